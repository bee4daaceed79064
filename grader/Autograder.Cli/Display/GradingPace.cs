namespace Autograder.Cli.Display;

/// <summary>How fast submissions are graded: those that were found graded already count neither for the rate nor for the time that is left.</summary>
internal sealed class GradingPace(int submissions, TimeProvider clock)
{
    /// <summary>Fewer say too little.</summary>
    private const int Fewest = 3;

    private long _from = clock.GetTimestamp();
    private TimeSpan _taken;
    private int _done, _new;

    /// <param name="done">How many have been graded or found.</param>
    /// <param name="found">How many of them were found.</param>
    internal void Count(int done, int found)
    {
        (_done, _new) = (done, Math.Max(0, done - found));
        if (_new == 0)
        {
            _from = clock.GetTimestamp();
        }

        _taken = clock.GetElapsedTime(_from);
    }

    /// <summary>Such as "0.7/s"; empty while it is not known.</summary>
    internal string Rate => PerSecond is double rate ? FormattableString.Invariant($"{rate:0.0}/s") : "";

    /// <summary>Such as "about 9:38 left"; empty while it is not known.</summary>
    internal string Left => PerSecond is double rate ? $"about {Clock(TimeSpan.FromSeconds(Math.Ceiling((submissions - _done) / rate)))} left" : "";

    private double? PerSecond => _new >= Fewest && _taken > TimeSpan.Zero ? _new / _taken.TotalSeconds : null;

    private static string Clock(TimeSpan time) =>
        time.TotalHours >= 1 ? $"{(int)time.TotalHours}:{time:mm\\:ss}" : $"{time.Minutes}:{time:ss}";
}
