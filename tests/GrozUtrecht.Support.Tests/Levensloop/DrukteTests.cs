using System.Net;
using System.Text.Json.Nodes;
using Dapper;
using GrozUtrecht.Support.Features.Levensloop;
using GrozUtrecht.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GrozUtrecht.Support.Tests.Levensloop;

/// <summary>Everybody answers at the same time, and rounds of several replicas run beside it.</summary>
[Collection(SupportCollection.Name)]
public sealed class DrukteTests(SupportFixture support)
{
    [Fact]
    public async Task However_many_answer_at_once_nobody_is_booked_twice_and_no_hulpvraag_is_forgotten()
    {
        var partner = support.NewPartner();
        for (var count = 0; count < 6; count++)
        {
            await partner.NearAsync();
        }

        List<Guid> hulpvragen = [];
        for (var count = 0; count < 10; count++)
        {
            // Five moments, each asked twice, so that helpers are wanted in two places at once.
            var request = Levens.AutomaticRequest(Partner.Tomorrow.AddDays(3).AddMinutes(count / 2 * 30));
            request["aantalHelpers"] = (count % 2) + 1;
            hulpvragen.Add(await partner.SubmitHulpvraagAsync(request));
        }

        for (var wave = 0; wave < 4; wave++)
        {
            await RoundsAtOnceAsync();
            await Task.WhenAll([.. await AnswersAsync(partner, hulpvragen, wave), RoundsAtOnceAsync()]);
        }

        await AssertSoundAsync(partner.Id);
        await Eventually.Async(() => IsSettledAsync(partner.Id), what: "every hulpvraag to have a helper, somebody asked, or the buurtassistent");
    }

    [Fact]
    public async Task More_declines_at_once_than_there_are_connections_are_all_answered_and_followed_up()
    {
        var partner = support.NewPartner();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => partner.NearAsync()));
        var hulpvragen = await Task.WhenAll(
            Enumerable.Range(0, 40).Select(number => partner.SubmitHulpvraagAsync(Levens.AutomaticRequest(Partner.Tomorrow.AddDays(3).AddHours(number * 2)))));
        List<Guid> waiting = [];
        foreach (var hulpvraagId in hulpvragen)
        {
            waiting.Add((await partner.WaitingAsync(hulpvraagId)).Id);
        }

        await Task.WhenAll(waiting.Select(id => partner.DeclineAsync(id)));

        await Eventually.Async(() => IsSettledAsync(partner.Id), what: "every hulpvraag to have somebody asked again");
    }

    [Fact]
    public async Task The_database_itself_refuses_a_second_appointment_for_a_helper_or_a_plek()
    {
        var partner = support.NewPartner();
        var begintOp = Partner.Tomorrow.AddDays(3);
        var (hulpvraagId, helperId, afspraakId) = await partner.PlanAsync(Partner.HulpvraagRequest(begintOp: begintOp));
        var elsewhere = await partner.SubmitHulpvraagAsync(Partner.HulpvraagRequest(begintOp: begintOp.AddMinutes(30)));
        var other = await partner.NearAsync();
        var voorstelId = await partner.ProposeAsync(elsewhere, other);

        Assert.Equal("afspraken_no_double_booking", await RefusalAsync(
            """
            INSERT INTO afspraken (id, partner_id, hulpvraag_id, voorstel_id, helper_id, duur_minuten, begint_op, eindigt_op, status, version, aangemaakt_op)
            SELECT gen_random_uuid(), partner_id, @elsewhere, @voorstelId, @helperId, 60, begint_op + interval '30 minutes', eindigt_op + interval '30 minutes',
              'gepland', 1, now() FROM afspraken WHERE id = @afspraakId
            """,
            new { elsewhere, voorstelId, helperId, afspraakId }));
        Assert.Equal("afspraken_one_per_plek", await RefusalAsync(
            """
            INSERT INTO afspraken (id, partner_id, hulpvraag_id, voorstel_id, helper_id, duur_minuten, begint_op, eindigt_op, status, version, aangemaakt_op)
            SELECT gen_random_uuid(), partner_id, hulpvraag_id, voorstel_id, @other, 60, begint_op, eindigt_op, 'gepland', 1, now() FROM afspraken WHERE id = @afspraakId
            """,
            new { other, afspraakId }));
        Assert.Equal("afspraken_plek_exists", await RefusalAsync("UPDATE afspraken SET plek = 2 WHERE id = @afspraakId", new { afspraakId }));
        Assert.Equal("voorstellen_one_per_helper", await RefusalAsync(
            """
            INSERT INTO voorstellen (id, partner_id, hulpvraag_id, helper_id, status, score, redenen, aangemaakt_op)
            SELECT gen_random_uuid(), partner_id, hulpvraag_id, helper_id, 'voorgesteld', 50, '[]', now() FROM voorstellen WHERE hulpvraag_id = @hulpvraagId
            """,
            new { hulpvraagId }));
    }

    private static async Task<List<Task>> AnswersAsync(Partner partner, List<Guid> hulpvragen, int wave)
    {
        List<Task> answers = [];
        foreach (var hulpvraagId in hulpvragen)
        {
            foreach (var voorstel in (await partner.VoorstellenAsync(hulpvraagId)).Where(Levens.IsWaiting))
            {
                var id = voorstel.GetProperty("id").GetGuid();
                var isNo = (answers.Count + wave) % 3 == 0;
                // Twice, because a client that heard nothing asks again.
                for (var attempt = 0; attempt < 2; attempt++)
                {
                    answers.Add(isNo
                        ? TryAsync(partner, $"/voorstellen/{id}/afwijzing", new JsonObject { ["code"] = "geen-tijd" })
                        : TryAsync(partner, $"/voorstellen/{id}/aanvaarding", []));
                }
            }

            foreach (var afspraak in (await partner.AfsprakenAsync(hulpvraagId)).Where(it => it.GetProperty("status").GetString() == "gepland").Take(wave % 2))
            {
                answers.Add(TryAsync(
                    partner, $"/afspraken/{afspraak.GetProperty("id").GetGuid()}/afmelding", new JsonObject { ["rol"] = "helper", ["code"] = "ziek" }));
            }
        }

        return answers;
    }

    /// <summary>It succeeds or is refused for a reason; nothing breaks.</summary>
    private static async Task TryAsync(Partner partner, string path, JsonObject body)
    {
        using var answer = await partner.PostAsync(path, body);
        Assert.True(
            answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.Conflict,
            $"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    private Task RoundsAtOnceAsync() => Task.WhenAll(Enumerable.Range(0, 2).Select(_ =>
        ActivatorUtilities.CreateInstance<Levensloopronde>(support.Services).RunAsync(TimeProvider.System.GetUtcNow(), CancellationToken.None)));

    private async Task AssertSoundAsync(Guid partnerId)
    {
        await using var connection = await support.Database.OpenConnectionAsync();
        Assert.Equal(0, await connection.ExecuteScalarAsync<int>(
            """
            SELECT count(*) FROM afspraken a JOIN afspraken b ON a.helper_id = b.helper_id AND a.id < b.id
            WHERE a.partner_id = @partnerId AND a.status = 'gepland' AND b.status = 'gepland' AND a.begint_op < b.eindigt_op AND b.begint_op < a.eindigt_op
            """,
            new { partnerId }));
        Assert.Equal(0, await connection.ExecuteScalarAsync<int>(
            """
            SELECT count(*) FROM beurten b JOIN hulpvragen v ON v.id = b.hulpvraag_id
            WHERE v.partner_id = @partnerId AND b.plekken < (SELECT count(*) FROM afspraken a WHERE a.beurt_id = b.id AND a.status = 'gepland')
            """,
            new { partnerId }));
        // An acceptance without an appointment that ever was would be a promise to nobody.
        Assert.Equal(0, await connection.ExecuteScalarAsync<int>(
            """
            SELECT count(*) FROM voorstellen s
            WHERE s.partner_id = @partnerId AND (s.status = 'aanvaard') <> EXISTS (SELECT FROM afspraken a WHERE a.voorstel_id = s.id)
            """,
            new { partnerId }));
    }

    private async Task<bool> IsSettledAsync(Guid partnerId)
    {
        await using var connection = await support.Database.OpenConnectionAsync();
        return await connection.ExecuteScalarAsync<bool>(
            """
            SELECT NOT EXISTS (
              SELECT FROM hulpvragen v
              WHERE v.partner_id = @partnerId AND v.status <> 'gepland' AND v.geescaleerd_op IS NULL
                AND NOT EXISTS (SELECT FROM voorstellen s WHERE s.hulpvraag_id = v.id AND s.status = 'voorgesteld'))
            """,
            new { partnerId });
    }

    private async Task<string?> RefusalAsync(string sql, object parameters)
    {
        await using var connection = await support.Database.OpenConnectionAsync();
        return (await Assert.ThrowsAsync<PostgresException>(() => connection.ExecuteAsync(sql, parameters))).ConstraintName;
    }
}
