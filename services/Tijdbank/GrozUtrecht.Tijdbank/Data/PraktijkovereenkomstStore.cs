using Dapper;
using Npgsql;

namespace GrozUtrecht.Tijdbank.Data;

/// <summary>Practice agreements, for the two partners and for who manages the student's account; for others they do not exist.</summary>
internal static class PraktijkovereenkomstStore
{
    private const string Columns =
        """
        select p.id, p.persoon_id, p.school_partner_id, p.organisatie_partner_id, p.opleiding, p.opleidingscode, p.begin_datum, p.eind_datum,
          p.uren_minuten, p.werkprocessen, p.voorgesteld_door, p.getekend_op, p.beeindigd_op, p.versie, p.aangemaakt_op,
          t.praktijkbegeleider, t.schoolbegeleider, t.beeindigingsreden
        from praktijkovereenkomst p left join praktijkovereenkomst_tekst t on t.praktijkovereenkomst_id = p.id
        """;

    private const string Visible =
        """
        (@partnerId in (p.school_partner_id, p.organisatie_partner_id) or exists (
          select from rekening_toegang g join grootboek.rekening r on r.id = g.rekening_id
          where g.partner_id = @partnerId and g.recht = 'beheer' and r.persoon_id = p.persoon_id and r.gesloten_op is null))
        """;

    public static Task<Praktijkovereenkomst?> FindAsync(NpgsqlConnection connection, Guid id, Guid partnerId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<Praktijkovereenkomst>(new CommandDefinition(
            $"{Columns} where p.id = @id and {Visible}", new { id, partnerId }, cancellationToken: cancellationToken));

    /// <summary>The agreement, held until the end of the transaction: whoever decides about it waits for the one before.</summary>
    public static Task<Praktijkovereenkomst?> LockAsync(NpgsqlConnection connection, Guid id, Guid partnerId, CancellationToken cancellationToken) =>
        connection.QuerySingleOrDefaultAsync<Praktijkovereenkomst>(new CommandDefinition(
            $"{Columns} where p.id = @id and {Visible} for update of p", new { id, partnerId }, cancellationToken: cancellationToken));

    public static async Task<IReadOnlyList<Praktijkovereenkomst>> ListAsync(
        NpgsqlConnection connection, Guid partnerId, Guid? persoonId, Guid after, int count, CancellationToken cancellationToken) =>
        [.. await connection.QueryAsync<Praktijkovereenkomst>(new CommandDefinition(
            $"""
             {Columns} where p.id > @after and (@persoonId::uuid is null or p.persoon_id = @persoonId) and {Visible}
             order by p.id limit @count
             """,
            new { partnerId, persoonId, after, count },
            cancellationToken: cancellationToken))];

    public static async Task InsertAsync(
        NpgsqlConnection connection, Praktijkovereenkomst agreement, string clientId, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync(new CommandDefinition(
            """
            insert into praktijkovereenkomst (id, persoon_id, school_partner_id, organisatie_partner_id, opleiding, opleidingscode, begin_datum,
              eind_datum, uren_minuten, werkprocessen, voorgesteld_door, aangemaakt_op)
            values (@Id, @PersoonId, @SchoolPartnerId, @OrganisatiePartnerId, @Opleiding, @Opleidingscode, @BeginDatum,
              @EindDatum, @UrenMinuten, @Werkprocessen, @VoorgesteldDoor, @AangemaaktOp);
            insert into praktijkovereenkomst_tekst (praktijkovereenkomst_id, praktijkbegeleider, schoolbegeleider)
            values (@Id, @Praktijkbegeleider, @Schoolbegeleider);
            """,
            agreement,
            cancellationToken: cancellationToken));
        await AddSignatureAsync(connection, agreement, agreement.VoorgesteldDoor, clientId, agreement.AangemaaktOp, cancellationToken);
    }

    /// <summary>Puts a new version forward in the place of one that was not signed.</summary>
    public static async Task ReplaceAsync(
        NpgsqlConnection connection, Praktijkovereenkomst agreement, string clientId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await connection.ExecuteAsync(new CommandDefinition(
            """
            update praktijkovereenkomst set opleiding = @Opleiding, opleidingscode = @Opleidingscode, begin_datum = @BeginDatum,
              eind_datum = @EindDatum, uren_minuten = @UrenMinuten, werkprocessen = @Werkprocessen, voorgesteld_door = @VoorgesteldDoor, versie = @Versie
            where id = @Id;
            update praktijkovereenkomst_tekst set praktijkbegeleider = @Praktijkbegeleider, schoolbegeleider = @Schoolbegeleider
            where praktijkovereenkomst_id = @Id;
            """,
            agreement,
            cancellationToken: cancellationToken));
        await AddSignatureAsync(connection, agreement, agreement.VoorgesteldDoor, clientId, now, cancellationToken);
    }

    public static async Task SignAsync(
        NpgsqlConnection connection, Praktijkovereenkomst agreement, Guid partnerId, string clientId, CancellationToken cancellationToken)
    {
        await AddSignatureAsync(connection, agreement, partnerId, clientId, agreement.GetekendOp!.Value, cancellationToken);
        await connection.ExecuteAsync(new CommandDefinition(
            "update praktijkovereenkomst set getekend_op = @GetekendOp, versie = versie + 1 where id = @Id", agreement, cancellationToken: cancellationToken));
    }

    public static Task EndAsync(NpgsqlConnection connection, Praktijkovereenkomst agreement, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            update praktijkovereenkomst set beeindigd_op = @BeeindigdOp, versie = versie + 1 where id = @Id;
            update praktijkovereenkomst_tekst set beeindigingsreden = @Beeindigingsreden where praktijkovereenkomst_id = @Id;
            """,
            agreement,
            cancellationToken: cancellationToken));

    private static Task AddSignatureAsync(
        NpgsqlConnection connection, Praktijkovereenkomst agreement, Guid partnerId, string clientId, DateTimeOffset now, CancellationToken cancellationToken) =>
        connection.ExecuteAsync(new CommandDefinition(
            """
            insert into praktijkovereenkomst_ondertekening (praktijkovereenkomst_id, versie, partner_id, client_id, ondertekend_op)
            values (@Id, @Versie, @partnerId, @clientId, @now)
            """,
            new { agreement.Id, agreement.Versie, partnerId, clientId, now },
            cancellationToken: cancellationToken));
}
