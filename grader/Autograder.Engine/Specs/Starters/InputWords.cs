using System.Collections.Immutable;
using Autograder.Core.Assignments;

namespace Autograder.Engine.Specs.Starters;

/// <summary>Says what an input can be, in words of the spec: its shape and which numbers, as far as the answer may rely on it.</summary>
internal static class InputWords
{
    /// <param name="type">As which an answer, or a function that it returns, takes it.</param>
    internal static string Of(Question question, string name, AnswerType type, GivenOutline given) =>
        question.Inputs.First(input => input.Name == name) switch
        {
            NumericDomain numeric => Numbers(question, numeric, type),
            FunctionDomain function => Function(function, (FunctionType)type, given),
            DataDomain data => $"{ShapeWords.Of(type, Extents(data))}, the same in every call",
            InputDomain domain => ShapeWords.Of(type, Extents(domain)),
        };

    /// <summary>As the spec names them.</summary>
    internal static ImmutableArray<string> Extents(InputDomain domain) => [.. domain.Extents.Select(extent => extent.ToString())];

    private static string Numbers(Question question, NumericDomain domain, AnswerType type)
    {
        string shape = ShapeWords.Of(type, Extents(domain)), values = Values(question, domain, isOne: domain.Extents.IsEmpty);
        return values.Length == 0 || type is ScalarType { Kind: ScalarKind.Truth } ? shape
            : !domain.Extents.IsEmpty ? $"{shape}, {values}"
            : domain.Kind == NumericKind.Positive ? $"number {values}"
            : values;
    }

    /// <summary>What holds at every point, the special ones included, whose numbers are free.</summary>
    private static string Values(Question question, NumericDomain domain, bool isOne)
    {
        SpecialPoint[] own = [.. question.SpecialPoints.Where(point => point.Expressions.ContainsKey(domain.Name))];
        double[] special = [.. question.SpecialPoints.Where(point => point.Inputs.ContainsKey(domain.Name)).SelectMany(point => point.Inputs[domain.Name].Entries)];
        bool Hold(Predicate<double> rule) => own.Length == 0 && Array.TrueForAll(special, rule);
        string each = isOne ? "" : "each ";
        return domain.Kind switch
        {
            NumericKind.Positive when Hold(entry => entry > 0) => $"{each}greater than 0",
            NumericKind.Positive when Hold(entry => entry >= 0) => $"{each}at least 0",
            NumericKind.Binary when Hold(entry => entry is 0 or 1) => $"{each}0 or 1",
            NumericKind.Integer when Hold(entry => double.IsInteger(entry) && entry >= domain.Least && entry <= domain.Most) =>
                $"{(isOne ? "whole number" : "whole numbers")}{(domain.Least == domain.Most ? $", always {domain.Least}" : $" from {domain.Least} to {domain.Most}")}",
            NumericKind.Integer when Hold(double.IsInteger) => isOne ? "whole number" : "whole numbers",
            _ => "",
        };
    }

    /// <summary>What the factories in the given code say of it, where all say the same.</summary>
    private static string Function(FunctionDomain domain, FunctionType type, GivenOutline given)
    {
        string[] said = [.. domain.Family.Select(call => call.Factory.Split('.')[^1]).Distinct()
            .Select(factory => given.Methods.FirstOrDefault(method => method.Name == factory)?.Returns ?? "").Distinct()];
        return said is [{ Length: > 1 } words] ? char.ToLowerInvariant(words[0]) + words[1..].TrimEnd('.') : ShapeWords.Of(type, []);
    }
}
