using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard;
using Microsoft.Extensions.Logging;

namespace GrozUtrecht.LocalAspire.Tests.Dashboard;

public sealed class DashboardLogLineTests
{
    [Fact]
    public void The_moment_of_listening_is_read_behind_the_time_of_the_line()
    {
        var line = Read("""
            2026-01-02T03:04:05Z {"EventId":0,"LogLevel":"Information","Category":"App","Message":"Now listening on: http://localhost:1","State":{}}
            """);

        Assert.True(line!.TellsThatItListens);
        Assert.Equal(LogLevel.Information, line.LogLevel);
    }

    [Theory]
    [InlineData("2026-01-02T03:04:05Z Unhandled exception.")]
    [InlineData("2026-01-02T03:04:05Z {cut off")]
    [InlineData("")]
    public void What_is_not_json_is_not_a_line_of_its_log(string content)
    {
        Assert.Null(Read(content));
    }

    private static DashboardLogLine? Read(string content) => DashboardLogLine.Read(new LogLine(1, content, IsErrorMessage: false));
}
