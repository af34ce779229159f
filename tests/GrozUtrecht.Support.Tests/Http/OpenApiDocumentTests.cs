using GrozUtrecht.Testing;

namespace GrozUtrecht.Support.Tests.Http;

[Collection(SupportCollection.Name)]
public sealed class OpenApiDocumentTests(SupportFixture support)
{
    [Fact]
    public async Task The_OpenAPI_document_is_public_and_is_the_committed_one()
    {
        using var anonymous = support.CreateClient();
        await OpenApiDocument.MatchesTheCommittedOneAsync(anonymous, "support");
    }
}
