using Aspire.Hosting.ApplicationModel;

namespace GrozUtrecht.LocalAspire.Tests.Stacks;

public sealed class ParameterTests : IDisposable
{
    private const string Password = "fixed-redis-password";

    private readonly TestStacks stacks = new();

    public void Dispose() => stacks.Dispose();

    [Fact]
    public async Task A_generated_password_is_the_same_at_the_next_start()
    {
        var first = await ValueAsync();
        var second = await ValueAsync();

        Assert.Equal(first, second);
        Assert.True(first!.Length >= 22);
    }

    [Fact]
    public async Task A_generated_password_is_kept_where_only_its_owner_reads_it()
    {
        await ValueAsync();

        var mode = File.GetUnixFileMode(Path.Combine(stacks.StateDirectory, "parameters.json"));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, mode);
    }

    [Fact]
    public async Task Configuration_wins_from_what_was_generated()
    {
        await ValueAsync();

        Assert.Equal("mine", await ValueAsync($"--Parameters:{Password}=mine"));
    }

    private async Task<string?> ValueAsync(params string[] settings)
    {
        await using var builder = await stacks.CreateAsync("redis", settings);
        var parameter = builder.Resources.OfType<ParameterResource>().Single(parameter => parameter.Name == Password);
        return await parameter.GetValueAsync(CancellationToken.None);
    }
}
