using System.Globalization;
using Autograder.Core.Values;

namespace Autograder.Engine.Dumping;

/// <summary>Values as C# expressions of the type that a method takes; every number is written so that it is read back the same.</summary>
internal static class CSharpLiterals
{
    /// <param name="type">As the method's source has it.</param>
    internal static string Of(Value value, string type) => value switch
    {
        NumericValue number => Of(number.Tensor, type),
        FunctionValue function => $"{function.Factory.Replace('+', '.')}({string.Join(", ", function.Arguments.Select(argument => Of(argument, TypeOf(argument))))})",
        TextValue text => Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(text.Text, quote: true),
        _ => throw new ArgumentException($"{value.GetType()} is no input", nameof(value)),
    };

    private static string Of(Tensor tensor, string type) => tensor.Shape.Rank switch
    {
        0 when type is "bool" => tensor.Entries[0] == 0 ? "false" : "true",
        0 when type is "int" => tensor.Entries[0].ToString("F0", CultureInfo.InvariantCulture),
        0 => Number(tensor.Entries[0]),
        1 when type.Contains("Vector", StringComparison.Ordinal) => $"Vector<double>.Build.DenseOfArray({Array(tensor, "double[]")})",
        2 when type.Contains("Matrix", StringComparison.Ordinal) => $"Matrix<double>.Build.DenseOfArray({Array(tensor, "double[,]")})",
        2 when type.Contains("[][]", StringComparison.Ordinal) => $"new double[][] {{ {string.Join(", ", Rows(tensor).Select(row => Array(row, "double[]")))} }}",
        int rank => Array(tensor, $"double[{new string(',', rank - 1)}]"),
    };

    private static string Array(Tensor tensor, string type) =>
        tensor.Entries.IsEmpty ? $"new double[{string.Join(", ", tensor.Shape.Extents)}]" : $"new {type} {Braced(tensor)}";

    private static string Braced(Tensor tensor) => tensor.Shape.Rank == 1
        ? $"{{ {string.Join(", ", tensor.Entries.Select(Number))} }}"
        : $"{{ {string.Join(", ", Rows(tensor).Select(Braced))} }}";

    private static IEnumerable<Tensor> Rows(Tensor tensor)
    {
        var shape = new Shape([.. tensor.Shape.Extents.Skip(1)]);
        return Enumerable.Range(0, tensor.Shape.Extents[0]).Select(row => new Tensor(shape, [.. tensor.Entries.Skip(row * shape.Count).Take(shape.Count)]));
    }

    private static string Number(double number) => number switch
    {
        double.PositiveInfinity => "double.PositiveInfinity",
        double.NegativeInfinity => "double.NegativeInfinity",
        double.NaN => "double.NaN",
        _ => number.ToString("R", CultureInfo.InvariantCulture) is var text && text.All(letter => char.IsDigit(letter) || letter == '-') ? $"{text}.0" : text,
    };

    private static string TypeOf(Value value) => value is NumericValue { Tensor.Shape.Rank: var rank }
        ? rank switch { 0 => "double", 1 => "Vector<double>", 2 => "Matrix<double>", _ => "" }
        : "";
}
