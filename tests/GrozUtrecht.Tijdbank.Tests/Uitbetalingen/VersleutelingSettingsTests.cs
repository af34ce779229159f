using GrozUtrecht.Tijdbank.Features.Uitbetalingen;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Hosting;

namespace GrozUtrecht.Tijdbank.Tests.Uitbetalingen;

public sealed class VersleutelingSettingsTests
{
    // As the AppHost makes one: 43 letters and digits, and the final "=".
    private const string Generated = "Hj3kQpZ7vXcB9nMwErTyUaSdFgHkLxCvBnMqWeRtYu5=";

    [Theory]
    [InlineData("Production", null, false)]
    [InlineData("Production", VersleutelingSettings.DevelopmentKey, false)]
    [InlineData("Production", "kort", false)]
    [InlineData("Production", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", false)]
    [InlineData("Production", Generated, true)]
    [InlineData("Development", null, true)]
    [InlineData("Development", "kort", false)]
    public void Outside_Development_there_is_a_key_of_its_own_or_no_service(string environment, string? key, bool starts)
    {
        var settings = new VersleutelingSettings { Sleutel = key };
        var result = new VersleutelingSettingsRules(new Environment(environment)).Validate(name: null, settings);
        Assert.Equal(starts, result.Succeeded);
        if (starts)
            Assert.Equal("1", settings.ToKluis().SleutelId);
    }

    [Fact]
    public void An_old_key_has_another_name()
    {
        var settings = new VersleutelingSettings { Sleutel = Generated };
        settings.OudeSleutels["1"] = Generated;
        Assert.True(new VersleutelingSettingsRules(new Environment("Production")).Validate(name: null, settings).Failed);
    }

    private sealed class Environment(string name) : IHostEnvironment
    {
        public string EnvironmentName { get; set; } = name;

        public string ApplicationName { get; set; } = "test";

        public string ContentRootPath { get; set; } = "";

        public IFileProvider ContentRootFileProvider { get; set; } = new NullFileProvider();
    }
}
