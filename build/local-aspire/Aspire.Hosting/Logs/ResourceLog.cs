using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>The last lines of one resource, and who follows them.</summary>
internal sealed class ResourceLog
{
    private const int MaximumKeptLines = 10_000;
    private const int MaximumWaitingLines = 50_000;
    private const int MaximumBatchLines = 1_000;

    private readonly Lock sync = new();
    private readonly Queue<LogLine> kept = new();
    private readonly List<Channel<LogLine>> followers = [];
    private int lineCount;

    public void Add(string content, bool isError)
    {
        lock (sync)
        {
            var line = new LogLine(++lineCount, content, isError);
            if (kept.Count == MaximumKeptLines)
            {
                kept.Dequeue();
            }

            kept.Enqueue(line);
            followers.ForEach(follower => follower.Writer.TryWrite(line));
        }
    }

    public IReadOnlyList<LogLine> Kept()
    {
        lock (sync)
        {
            return [.. kept];
        }
    }

    public async IAsyncEnumerable<IReadOnlyList<LogLine>> FollowAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var (channel, backlog) = Subscribe();
        try
        {
            if (backlog.Count > 0)
            {
                yield return backlog;
            }

            while (await channel.Reader.WaitToReadAsync(cancellationToken))
            {
                yield return TakeBatch(channel.Reader);
            }
        }
        finally
        {
            lock (sync)
            {
                followers.Remove(channel);
            }
        }
    }

    public void Complete()
    {
        lock (sync)
        {
            followers.ForEach(follower => follower.Writer.TryComplete());
        }
    }

    private static List<LogLine> TakeBatch(ChannelReader<LogLine> reader)
    {
        var batch = new List<LogLine>();
        while (batch.Count < MaximumBatchLines && reader.TryRead(out var line))
        {
            batch.Add(line);
        }

        return batch;
    }

    private (Channel<LogLine> Channel, IReadOnlyList<LogLine> Backlog) Subscribe()
    {
        // A follower that cannot keep up loses the oldest lines rather than filling memory.
        var channel = Channel.CreateBounded<LogLine>(new BoundedChannelOptions(MaximumWaitingLines)
        {
            FullMode = BoundedChannelFullMode.DropOldest,
            SingleReader = true,
        });
        lock (sync)
        {
            followers.Add(channel);
            return (channel, [.. kept]);
        }
    }
}
