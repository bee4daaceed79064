using Autograder.Worker.Calls;

namespace Autograder.Worker.Tests.Calls;

public sealed class CappedWriterTests
{
    [Fact]
    public void What_is_printed_is_kept_by_call()
    {
        using CappedWriter writer = Allowing(100, out _);
        writer.Write('a');
        writer.Write("bc");
        writer.Write(['d', 'e'], 1, 1);
        writer.WriteLine(1.5);
        Assert.Equal("abce1.5\n", writer.Take().ReplaceLineEndings("\n"));
        writer.Write((string?)null);
        Assert.Equal("", writer.Take());
    }

    [Fact]
    public void All_that_is_allowed_may_be_printed()
    {
        using CappedWriter writer = Allowing(10, out Func<int> overflows);
        writer.Write("12345");
        writer.Take();
        writer.Write("67890");
        Assert.Equal(0, overflows());
        Assert.Equal("67890", writer.Take());
    }

    [Fact]
    public void One_character_more_is_too_much_and_the_head_is_kept()
    {
        using CappedWriter writer = Allowing(10, out Func<int> overflows);
        writer.Write("1234567890");
        writer.Write('x');
        Assert.Equal(1, overflows());
        Assert.Equal("1234567890", writer.Take());
    }

    [Fact]
    public void A_new_question_starts_afresh()
    {
        using CappedWriter writer = Allowing(3, out _);
        writer.Write("123");
        int overflows = 0;
        writer.Allow(3, () => overflows++);
        writer.Write("456");
        Assert.Equal((0, "456"), (overflows, writer.Take()));
    }

    [Fact]
    public async Task Threads_may_print_at_once()
    {
        using CappedWriter writer = Allowing(1 << 20, out _);
        await Parallel.ForAsync(0, 1000, (index, _) =>
        {
            writer.Write("0123456789");
            return ValueTask.CompletedTask;
        });
        Assert.Equal(10_000, writer.Take().Length);
    }

    private static CappedWriter Allowing(int characters, out Func<int> overflows)
    {
        var writer = new CappedWriter();
        int count = 0;
        writer.Allow(characters, () => count++);
        overflows = () => count;
        return writer;
    }
}
