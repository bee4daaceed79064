using System.Text;

namespace Autograder.Worker.Calls;

/// <summary>Stands for the console while a student's method runs: keeps what is printed, up to a limit, by call.</summary>
internal sealed class CappedWriter : TextWriter
{
    private readonly StringBuilder _kept = new();
    private readonly Lock _lock = new();
    private int _left;
    private Action _onOverflow = () => { };

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write([value]);

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> buffer)
    {
        Action? overflow = null;
        lock (_lock)
        {
            int taken = Math.Min(buffer.Length, _left);
            _kept.Append(buffer[..taken]);
            _left -= taken;
            overflow = taken < buffer.Length ? _onOverflow : null;
        }

        overflow?.Invoke();
    }

    /// <summary>From now on that many characters may be printed; more calls <paramref name="onOverflow"/>, which does not return.</summary>
    internal void Allow(int characters, Action onOverflow)
    {
        lock (_lock)
        {
            _kept.Clear();
            _left = characters;
            _onOverflow = onOverflow;
        }
    }

    /// <summary>What was printed since the last time.</summary>
    internal string Take()
    {
        lock (_lock)
        {
            string text = _kept.ToString();
            _kept.Clear();
            return text;
        }
    }
}
