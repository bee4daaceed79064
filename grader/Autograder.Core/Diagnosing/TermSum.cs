using System.Collections.Immutable;
using Autograder.Core.Sampling;
using Autograder.Core.Values;
using MathNet.Numerics.LinearAlgebra;

namespace Autograder.Core.Diagnosing;

/// <summary>
/// The terms that the right answer is the sum of. There is none when they do not add up to it, or when one is a combination of the
/// others at all points together: then it cannot be told which of them is off.
/// </summary>
internal sealed record TermSum(PartPlan Part, ImmutableArray<string> Names, ImmutableArray<Func<SamplePoint, Tensor>> Terms)
{
    private const double Limit = 1e-6;

    internal static TermSum? Of(PartPlan part)
    {
        int[] own = [.. Enumerable.Range(0, part.Question.Terms.Length).Where(index => part.Question.Terms[index].Part == part.Name)];
        var sum = new TermSum(part, [.. own.Select(index => part.Question.Terms[index].Name)], [.. own.Select(index => part.Plan.Key.Terms[index])]);
        try
        {
            return own.Length > 1 && part.RandomPoints.All(sum.AddsUp) && !sum.IsCollinear() ? sum : null;
        }
        catch (KeyFailureException)
        {
            return null;
        }
    }

    /// <summary>The sum with a term times a factor.</summary>
    internal Mistake WithFactor(int place, string id, string said, Func<SamplePoint, double> factor) => new(
        id,
        $"The term '{Names[place]}' {said}.",
        ["Derive that term by itself, and put it back into the sum."],
        planned => Combined(planned, index => index == place ? factor(planned.Point) : 1));

    /// <summary>The sum with a factor for every term.</summary>
    internal Tensor? Combined(PlannedPoint planned, Func<int, double> factor)
    {
        // On top of the reference, which carries the rounding of the key's own formula.
        Tensor right = Part.Unjudged(planned.Reference!)!;
        double[] entries = [.. right.Entries];
        for (int index = 0; index < Terms.Length; index++)
        {
            double change = factor(index) - 1;
            Tensor term = Terms[index](planned.Point);
            for (int entry = 0; change != 0 && entry < entries.Length; entry++)
            {
                entries[entry] += change * term.Entries[entry];
            }
        }

        return Part.Judged(planned, new Tensor(right.Shape, [.. entries]));
    }

    /// <summary>Coefficients of the terms that come nearest to an answer, all points together and each in its own scale.</summary>
    /// <param name="answer">The part as it was returned.</param>
    internal Vector<double> Coefficients(ImmutableArray<(PlannedPoint Planned, Tensor Answer)> answer)
    {
        double[] scales = [.. answer.Select(point => Scale(point.Planned))];
        double[] values = [.. answer.SelectMany((point, index) => point.Answer.Entries.Select(entry => entry / scales[index]))];
        return Stacked([.. answer.Select(point => point.Planned)]).QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin)
            .Solve(Vector<double>.Build.Dense(values));
    }

    private bool AddsUp(PlannedPoint planned)
    {
        Tensor right = Part.Unjudged(planned.Reference!)!;
        Tensor[] terms = [.. Terms.Select(term => term(planned.Point))];
        double scale = terms.Max(term => term.LargestMagnitude);
        return Array.TrueForAll(terms, term => term.Shape == right.Shape)
            && Enumerable.Range(0, right.Entries.Length).All(entry => Math.Abs(terms.Sum(term => term.Entries[entry]) - right.Entries[entry]) <= Limit * scale);
    }

    private bool IsCollinear()
    {
        Matrix<double> stacked = Stacked(Part.RandomPoints);
        Vector<double> lengths = stacked.ColumnNorms(2);
        if (stacked.RowCount < stacked.ColumnCount || lengths.Any(length => !(length > 0)))
        {
            return true;
        }

        Vector<double> spread = stacked.NormalizeColumns(2).QR(MathNet.Numerics.LinearAlgebra.Factorization.QRMethod.Thin).R.Svd(computeVectors: false).S;
        return !(spread.Minimum() > Limit * spread.Maximum());
    }

    /// <summary>A column for each term, and a row for each entry at each point.</summary>
    private Matrix<double> Stacked(ImmutableArray<PlannedPoint> points) => Matrix<double>.Build.DenseOfColumnArrays(
        Terms.Select(term => points.SelectMany(planned => term(planned.Point).Entries.Select(entry => entry / Scale(planned))).ToArray()));

    private double Scale(PlannedPoint planned) => Math.Max(Terms.Max(term => term(planned.Point).LargestMagnitude), double.Epsilon);
}
