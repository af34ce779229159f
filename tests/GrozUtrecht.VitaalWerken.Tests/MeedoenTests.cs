using System.Net;
using System.Text.RegularExpressions;

namespace GrozUtrecht.VitaalWerken.Tests;

[Collection(VitaalWerkenService.Name)]
public sealed partial class MeedoenTests(VitaalWerkenFixture service)
{
    private const string Page = "/open/vitaal-werken/meedoen";

    [Fact]
    public async Task The_page_is_there_for_everybody_and_may_run_nothing_but_its_own_script()
    {
        using var anybody = service.CreateClient();

        using var response = await anybody.GetAsync(Page);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.StartsWith("default-src 'none'; script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
    }

    [Fact]
    public async Task Everything_that_the_page_refers_to_is_there_and_nothing_of_it_comes_from_elsewhere()
    {
        using var anybody = service.CreateClient();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var toRead = new Queue<string>(["meedoen"]);
        while (toRead.TryDequeue(out var file))
        {
            var text = await anybody.GetStringAsync(new Uri($"/open/vitaal-werken/{file}", UriKind.Relative));
            Assert.DoesNotContain("http://", text, StringComparison.Ordinal);
            Assert.DoesNotContain("https://", text, StringComparison.Ordinal);
            foreach (Match match in Reference().Matches(text))
            {
                if (seen.Add(match.Groups["file"].Value))
                    toRead.Enqueue(match.Groups["file"].Value);
            }
        }

        Assert.Equal(["belangstelling.js", "deelname.js", "elementen.js", "meedoen.css", "meedoen.js", "scan.js", "teksten.js"], seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Both_languages_say_the_same_things()
    {
        using var anybody = service.CreateClient();
        var texts = await anybody.GetStringAsync(new Uri("/open/vitaal-werken/teksten.js", UriKind.Relative));
        var (dutch, english) = (texts[..texts.IndexOf("const en", StringComparison.Ordinal)], texts[texts.IndexOf("const en", StringComparison.Ordinal)..]);

        var keys = Key().Matches(dutch).Select(match => match.Value).ToList();

        Assert.True(keys.Count > 50, $"{keys.Count} keys");
        Assert.Equal(keys, Key().Matches(english).Select(match => match.Value));
    }

    [GeneratedRegex("""(?:src=|href=|from\s)"(?:\./)?(?<file>[a-z]+\.(?:js|css))""", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Reference();

    [GeneratedRegex("""^ {2}[a-zA-Z]+(?=:)""", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Key();
}
