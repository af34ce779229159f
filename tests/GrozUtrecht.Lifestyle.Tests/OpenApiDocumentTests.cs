using GrozUtrecht.Testing;

namespace GrozUtrecht.Lifestyle.Tests;

[Collection(LifestyleService.Name)]
public sealed class OpenApiDocumentTests(LifestyleFixture service)
{
    [Fact]
    public async Task The_OpenAPI_document_is_public_and_is_the_committed_one()
    {
        using var anonymous = service.CreateClient();
        await OpenApiDocument.MatchesTheCommittedOneAsync(anonymous, "lifestyle");
    }
}
