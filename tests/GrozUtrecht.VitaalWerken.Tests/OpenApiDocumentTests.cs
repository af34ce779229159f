using GrozUtrecht.Testing;

namespace GrozUtrecht.VitaalWerken.Tests;

[Collection(VitaalWerkenService.Name)]
public sealed class OpenApiDocumentTests(VitaalWerkenFixture service)
{
    [Fact]
    public async Task The_OpenAPI_document_is_public_and_is_the_committed_one()
    {
        using var anonymous = service.CreateClient();
        await OpenApiDocument.MatchesTheCommittedOneAsync(anonymous, "vitaal-werken");
    }
}
