using System.Collections.Immutable;
using System.Globalization;
using Autograder.Core.Values;

namespace Autograder.Cli.Display.Replays;

/// <summary>
/// Numbers as aligned rows: a matrix as it stands, a vector as a column, an n-way array as rows with their first indices. With all
/// digits where they fit; what is left out is said in words.
/// </summary>
/// <param name="Lines">Of equal length.</param>
/// <param name="Omitted">What is not shown, in words; empty when all is.</param>
internal sealed record NumberBlock(ImmutableArray<string> Lines, string Omitted)
{
    private const int MostRows = 24;

    /// <summary>What is enough to recognise a number by.</summary>
    private const string Shortened = "G6";

    /// <param name="width">Characters that a line may have.</param>
    /// <param name="marks">A character before each entry; none at all when it is empty.</param>
    internal static NumberBlock Of(Tensor tensor, int width, ImmutableArray<char> marks)
    {
        ImmutableArray<int> extents = tensor.Shape.Extents;
        bool isColumn = tensor.Shape.Rank <= 1;
        int columns = isColumn ? 1 : extents[^1], rows = columns == 0 ? 0 : tensor.Entries.Length / columns;
        int shownRows = Math.Min(rows, MostRows), mostColumns = Math.Min(columns, width / 2);
        string[] labels = [.. Enumerable.Range(0, shownRows).Select(row => tensor.Shape.Rank > 2 ? Label(row, extents) : "")];
        string[] Column(int column, string format) => Padded([.. Enumerable.Range(0, shownRows).Select(row =>
            Text(tensor.Entries[(row * columns) + column], format, marks.IsEmpty ? null : marks[(row * columns) + column]))]);

        string[][] full = [.. Enumerable.Range(0, mostColumns).Select(column => Column(column, "R"))];
        bool isFull = mostColumns == columns && Width(labels, full) <= width;
        string[][] shown = isFull ? full : [.. Enumerable.Range(0, mostColumns).Select(column => Column(column, Shortened))];
        int fitting = shown.Length;
        while (fitting > 1 && Width(labels, shown[..fitting]) > width)
        {
            fitting--;
        }

        string[] omitted =
        [
            .. isFull ? Array.Empty<string>() : ["six digits of each number"],
            .. fitting < columns ? [$"columns {fitting + 1} to {columns} left out"] : Array.Empty<string>(),
            .. shownRows < rows ? [$"rows {shownRows + 1} to {rows} left out"] : Array.Empty<string>(),
        ];
        return new NumberBlock(
            [.. Enumerable.Range(0, shownRows).Select(row => labels[row] + string.Join("  ", shown[..fitting].Select(column => column[row])))],
            string.Join("; ", omitted));
    }

    /// <summary>The first indices of a row, as C# has them.</summary>
    private static string Label(int row, ImmutableArray<int> extents)
    {
        var indices = new Stack<int>();
        for (int axis = extents.Length - 2; axis >= 0; axis--)
        {
            indices.Push(row % extents[axis]);
            row /= extents[axis];
        }

        return $"[{string.Join(", ", indices)}, ·]  ";
    }

    private static int Width(string[] labels, string[][] columns) =>
        labels.Select(label => label.Length).DefaultIfEmpty().Max() + columns.Sum(column => column.Select(cell => cell.Length).DefaultIfEmpty().Max() + 2) - 2;

    private static string Text(double number, string format, char? mark) => mark + number.ToString(format, CultureInfo.InvariantCulture);

    /// <summary>With their points below each other.</summary>
    private static string[] Padded(string[] cells)
    {
        string[][] parts = [.. cells.Select(cell => cell.Split('.', 2))];
        int before = parts.Select(part => part[0].Length).DefaultIfEmpty().Max();
        string[] aligned = [.. parts.Select(part => part[0].PadLeft(before) + (part is [_, var rest] ? $".{rest}" : ""))];
        int width = aligned.Select(cell => cell.Length).DefaultIfEmpty().Max();
        return [.. aligned.Select(cell => cell.PadRight(width))];
    }
}
