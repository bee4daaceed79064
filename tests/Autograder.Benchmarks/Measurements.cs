using System.Diagnostics;

namespace Autograder.Benchmarks;

/// <summary>Times of one thing, in milliseconds.</summary>
internal sealed class Measurements(string name)
{
    private readonly List<double> _milliseconds = [];

    internal double Median => _milliseconds.Order().ElementAt(_milliseconds.Count / 2);

    internal string Line => $"  {name,-44} {Median,9:0.0} ms   ({_milliseconds.Min():0.0} … {_milliseconds.Max():0.0})";

    internal T Time<T>(Func<T> action)
    {
        long start = Stopwatch.GetTimestamp();
        T result = action();
        _milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        return result;
    }

    internal async Task<T> TimeAsync<T>(Func<Task<T>> action)
    {
        long start = Stopwatch.GetTimestamp();
        T result = await action();
        _milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        return result;
    }
}
