using GrozUtrecht.Identity.Tests.Support;
using GrozUtrecht.Testing;

namespace GrozUtrecht.Identity.Tests;

public sealed class OpenApiDocumentTests(IdentityFixture identity) : IClassFixture<IdentityFixture>
{
    [Fact]
    public async Task The_OpenAPI_document_is_public_and_is_the_committed_one()
    {
        using var anonymous = identity.CreateClient();
        await OpenApiDocument.MatchesTheCommittedOneAsync(anonymous, "identity");
    }
}
