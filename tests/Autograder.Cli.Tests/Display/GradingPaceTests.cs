using Autograder.Cli.Display;

namespace Autograder.Cli.Tests.Display;

public sealed class GradingPaceTests
{
    private readonly HandClock _clock = new();

    [Fact]
    public void From_the_third_on_it_says_how_fast_and_how_long()
    {
        var pace = new GradingPace(100, _clock);
        Count(pace, done: 1, found: 0, after: 4);
        Count(pace, done: 2, found: 0, after: 2);
        Assert.Equal(("", ""), (pace.Rate, pace.Left));

        Count(pace, done: 3, found: 0, after: 2);
        Assert.Equal(("0.4/s", "about 4:19 left"), (pace.Rate, pace.Left));
    }

    [Fact]
    public void What_was_found_does_not_make_it_faster()
    {
        var pace = new GradingPace(503, _clock);
        for (int found = 1; found <= 400; found++)
        {
            Count(pace, found, found, after: 0.01);
        }

        Assert.Equal("", pace.Rate);
        Count(pace, done: 402, found: 400, after: 20);
        Count(pace, done: 403, found: 400, after: 10);
        Assert.Equal(("0.1/s", "about 16:40 left"), (pace.Rate, pace.Left));
    }

    [Fact]
    public void Hours_are_told_as_such()
    {
        var pace = new GradingPace(1003, _clock);
        Count(pace, done: 3, found: 0, after: 15);
        Assert.Equal("about 1:23:20 left", pace.Left);
    }

    [Fact]
    public void One_that_is_found_and_not_yet_counted_does_no_harm()
    {
        var pace = new GradingPace(10, _clock);
        Count(pace, done: 1, found: 2, after: 1);
        Assert.Equal("", pace.Left);
    }

    private void Count(GradingPace pace, int done, int found, double after)
    {
        _clock.Now += TimeSpan.FromSeconds(after);
        pace.Count(done, found);
    }

    private sealed class HandClock : TimeProvider
    {
        internal TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Now.Ticks;
    }
}
