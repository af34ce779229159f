using GrozUtrecht.Testing;

namespace GrozUtrecht.Tijdbank.Tests.Http;

[Collection(TijdbankCollection.Name)]
public sealed class OpenApiDocumentTests(TijdbankFixture tijdbank)
{
    [Fact]
    public async Task The_OpenAPI_document_is_public_and_is_the_committed_one()
    {
        using var anonymous = tijdbank.CreateClient();
        await OpenApiDocument.MatchesTheCommittedOneAsync(anonymous, "tijdbank");
    }
}
