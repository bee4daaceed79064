using System.Runtime.CompilerServices;
using Autograder.Sandbox.Frames;
using MathNet.Numerics.LinearAlgebra;

namespace Autograder.Worker.Values;

/// <summary>
/// Turns wire values into the C# types that people write in signatures, and back. Several types stand for the same value:
/// a vector may be a Vector&lt;double&gt;, a double[] or a list, a matrix a Matrix&lt;double&gt;, a double[,] or a double[][].
/// </summary>
internal static class ClrValue
{
    /// <summary>More numbers than any answer has; keeps an endless sequence from filling the memory, here and in the grader.</summary>
    internal const int MaxEntries = 256 << 10;

    /// <summary>Of all texts of an answer together.</summary>
    internal const int MaxCharacters = 256 << 10;

    /// <exception cref="NoValueException">The type cannot hold the value.</exception>
    internal static object From(WireValue value, Type type, ProgramFunctions functions) => value switch
    {
        WireNumbers { Extents.Length: 0 } number => Scalar(number.Entries[0], type),
        WireNumbers { Extents.Length: 1 } vector => Vector(vector, type),
        WireNumbers { Extents.Length: 2 } matrix => Matrix(matrix, type),
        WireNumbers tensor => Tensor(tensor),
        WireText text => text.Text,
        WireTexts texts => type.IsAssignableFrom(typeof(List<string>)) ? new List<string>(texts.Texts) : texts.Texts,
        WireGroup group => Group(group, type, functions),
        WireFunction function => functions.Create(function, type),
        _ => throw new NoValueException($"a {value.GetType().Name} has no C# form"),
    };

    /// <param name="maxEntries">Of all numbers together; a student's answer has no more than <see cref="MaxEntries"/>.</param>
    /// <exception cref="NoValueException">Null, or not a mathematical value.</exception>
    /// <exception cref="TooLargeException">More than so many numbers, or than <see cref="MaxCharacters"/> characters.</exception>
    internal static WireValue ToWire(object? value, int maxEntries = MaxEntries) => Limited(Convert(value, maxEntries), maxEntries);

    /// <inheritdoc cref="ToWire"/>
    internal static WireValue Limited(WireValue value, int maxEntries = MaxEntries)
    {
        Checked(NumbersIn(value), maxEntries);
        return CharactersIn(value) <= MaxCharacters ? value : throw TooManyCharacters();
    }

    private static WireValue Convert(object? value, int maxEntries) => value switch
    {
        null => throw new NoValueException("null was returned"),
        double number => Number(number),
        float number => Number(number),
        int number => Number(number),
        long number => Number(number),
        bool truth => Number(truth ? 1 : 0),
        string text => new WireText(text),
        Vector<double> vector => new WireNumbers([Checked(vector.Count, maxEntries)], vector.ToArray()),
        Matrix<double> matrix => FromMatrix(matrix, maxEntries),
        double[] vector => new WireNumbers([Checked(vector.Length, maxEntries)], [.. vector]),
        double[][] rows => FromRows(rows, maxEntries),
        Array { Rank: > 1 } array when array.GetType().GetElementType() == typeof(double) => FromArray(array, maxEntries),
        IEnumerable<string?> texts => FromTexts(texts),
        IEnumerable<double> vector => FromSequence(vector, maxEntries),
        IEnumerable<double[]> rows => FromRows([.. rows.Take(maxEntries + 1)], maxEntries),
        ITuple tuple => new WireGroup([.. Enumerable.Range(0, Checked(tuple.Length, maxEntries)).Select(index => Convert(tuple[index], maxEntries))]),
        _ => throw new NoValueException($"a {value.GetType().Name} was returned"),
    };

    private static WireNumbers Number(double number) => new([], [number]);

    private static object Scalar(double number, Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        Type whole when whole == typeof(int) => (int)number,
        Type whole when whole == typeof(long) => (long)number,
        Type truth when truth == typeof(bool) => number != 0,
        _ => number,
    };

    private static object Vector(WireNumbers vector, Type type) =>
        typeof(Vector<double>).IsAssignableFrom(type) ? Vector<double>.Build.Dense([.. vector.Entries])
        : type == typeof(List<double>) ? new List<double>(vector.Entries)
        : (double[])[.. vector.Entries];

    private static object Matrix(WireNumbers matrix, Type type)
    {
        int rows = matrix.Extents[0], columns = matrix.Extents[1];
        if (typeof(Matrix<double>).IsAssignableFrom(type))
        {
            return Matrix<double>.Build.Dense(rows, columns, (row, column) => matrix.Entries[(row * columns) + column]);
        }

        return type != typeof(object) && type.IsAssignableFrom(typeof(double[][]))
            ? (double[][])[.. matrix.Entries.Chunk(Math.Max(1, columns))]
            : Tensor(matrix);
    }

    private static Array Tensor(WireNumbers tensor)
    {
        var array = Array.CreateInstance(typeof(double), tensor.Extents);
        Buffer.BlockCopy(tensor.Entries, 0, array, 0, tensor.Entries.Length * sizeof(double));
        return array;
    }

    private static object Group(WireGroup group, Type type, ProgramFunctions functions)
    {
        Type[] members = type.GetGenericArguments();
        object[] values = [.. group.Members.Select((member, index) => From(member, members[index], functions))];
        return Activator.CreateInstance(type, values) ?? throw new NoValueException($"no {type.Name} could be made");
    }

    private static WireNumbers FromMatrix(Matrix<double> matrix, int maxEntries)
    {
        Checked((long)matrix.RowCount * matrix.ColumnCount, maxEntries);
        return new WireNumbers([matrix.RowCount, matrix.ColumnCount], matrix.ToRowMajorArray());
    }

    private static WireNumbers FromRows(double[][] rows, int maxEntries)
    {
        if (Array.Exists(rows, row => row is null))
        {
            throw new NoValueException("an array with a null row was returned");
        }

        int columns = rows.Length == 0 ? 0 : rows[0].Length;
        Checked((long)rows.Length * Math.Max(1, columns), maxEntries);
        return Array.TrueForAll(rows, row => row.Length == columns)
            ? new WireNumbers([rows.Length, columns], [.. rows.SelectMany(row => row)])
            : throw new NoValueException("an array with rows of different lengths was returned");
    }

    private static WireNumbers FromArray(Array array, int maxEntries)
    {
        double[] entries = new double[Checked(array.LongLength, maxEntries)];
        Buffer.BlockCopy(array, 0, entries, 0, entries.Length * sizeof(double));
        return new WireNumbers([.. Enumerable.Range(0, array.Rank).Select(array.GetLength)], entries);
    }

    private static WireNumbers FromSequence(IEnumerable<double> sequence, int maxEntries)
    {
        double[] entries = [.. sequence.Take(maxEntries + 1)];
        return new WireNumbers([Checked(entries.Length, maxEntries)], entries);
    }

    /// <summary>Stops as soon as there are too many: the sequence may have no end.</summary>
    private static WireTexts FromTexts(IEnumerable<string?> sequence)
    {
        var texts = new List<string>();
        long characters = 0;
        foreach (string? text in sequence)
        {
            texts.Add(text ?? "");
            characters += 1 + texts[^1].Length;
            if (characters > MaxCharacters)
            {
                throw TooManyCharacters();
            }
        }

        return new WireTexts([.. texts]);
    }

    private static long NumbersIn(WireValue value) => value switch
    {
        WireNumbers numbers => numbers.Entries.LongLength,
        WireGroup group => group.Members.Sum(NumbersIn),
        _ => 0,
    };

    private static long CharactersIn(WireValue value) => value switch
    {
        WireText text => text.Text.Length,
        WireTexts texts => texts.Texts.Sum(text => (long)text.Length),
        WireGroup group => group.Members.Sum(CharactersIn),
        _ => 0,
    };

    private static TooLargeException TooManyCharacters() => new($"more than {MaxCharacters} characters were returned");

    private static int Checked(long entries, int maxEntries) =>
        entries <= maxEntries ? (int)entries : throw new TooLargeException($"more than {maxEntries} numbers were returned");
}

/// <summary>There is no mathematical value to send.</summary>
internal sealed class NoValueException(string message) : Exception(message);

/// <summary>The value is too large to send.</summary>
internal sealed class TooLargeException(string message) : Exception(message);
