using System.Collections.Immutable;
using Autograder.Core.Sampling;
using Autograder.Core.Values;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace Autograder.Core.Diagnosing;

/// <summary>
/// The terms that the right answer is the sum of. There is none when they do not add up to it, or when one is a combination of the
/// others at all points together: then it cannot be told which of them is off.
/// </summary>
internal sealed class TermSum
{
    private const double Limit = 1e-6;

    private readonly PartPlan _part;
    private readonly Func<SamplePoint, Tensor>[] _terms;
    private readonly Dictionary<PlannedPoint, Tensor[]> _known = new(ReferenceEqualityComparer.Instance);

    private TermSum(PartPlan part, ImmutableArray<int> own)
    {
        _part = part;
        _terms = [.. own.Select(index => part.Plan.Key.Terms[index])];
        Names = [.. own.Select(index => part.Question.Terms[index].Name)];
    }

    public ImmutableArray<string> Names { get; }

    internal static TermSum? Of(PartPlan part)
    {
        var sum = new TermSum(part, [.. Enumerable.Range(0, part.Question.Terms.Length).Where(index => part.Question.Terms[index].Part == part.Name)]);
        try
        {
            return sum.Names.Length > 1 && part.RandomPoints.All(sum.AddsUp) && !sum.IsCollinear() ? sum : null;
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
    internal Tensor Combined(PlannedPoint planned, Func<int, double> factor)
    {
        // On top of the reference, which carries the rounding of the key's own formula.
        Tensor right = Right(planned);
        double[] entries = [.. right.Entries];
        foreach ((Tensor term, int index) in TermsAt(planned).Select((term, index) => (term, index)))
        {
            double change = factor(index) - 1;
            for (int entry = 0; change != 0 && entry < entries.Length; entry++)
            {
                entries[entry] += change * term.Entries[entry];
            }
        }

        return _part.Judged(planned, new Tensor(right.Shape, [.. entries]));
    }

    /// <summary>Factors of the terms that come nearest to an answer, all points together and each in its own scale.</summary>
    /// <param name="answers">The part as it was returned.</param>
    internal Vector<double> Factors(ImmutableArray<(PlannedPoint Planned, Tensor Answer)> answers)
    {
        double[] values = [.. answers.SelectMany(point => point.Answer.Entries.Select(Scaling(point.Planned)))];
        return Stacked(answers.Select(point => point.Planned)).QR(QRMethod.Thin).Solve(Vector<double>.Build.Dense(values));
    }

    private bool AddsUp(PlannedPoint planned)
    {
        Tensor right = Right(planned);
        Tensor[] terms = TermsAt(planned);
        double limit = Limit * terms.Max(term => term.LargestMagnitude);
        return Array.TrueForAll(terms, term => term.Shape == right.Shape)
            && Enumerable.Range(0, right.Entries.Length).All(entry => Math.Abs(terms.Sum(term => term.Entries[entry]) - right.Entries[entry]) <= limit);
    }

    private bool IsCollinear()
    {
        Matrix<double> stacked = Stacked(_part.RandomPoints);
        if (stacked.RowCount < stacked.ColumnCount || stacked.ColumnNorms(2).Any(length => !(length > 0)))
        {
            return true;
        }

        Vector<double> spread = stacked.NormalizeColumns(2).QR(QRMethod.Thin).R.Svd(computeVectors: false).S;
        return !(spread.Minimum() > Limit * spread.Maximum());
    }

    /// <summary>A column for each term, and a row for each entry at each point.</summary>
    private Matrix<double> Stacked(IEnumerable<PlannedPoint> points) => Matrix<double>.Build.DenseOfColumnArrays(
        Enumerable.Range(0, _terms.Length).Select(index => points.SelectMany(planned => TermsAt(planned)[index].Entries.Select(Scaling(planned))).ToArray()));

    /// <summary>By the largest term, so that every point counts.</summary>
    private Func<double, double> Scaling(PlannedPoint planned)
    {
        double scale = TermsAt(planned).Max(term => term.LargestMagnitude);
        return entry => scale > 0 ? entry / scale : 0;
    }

    private Tensor Right(PlannedPoint planned) => _part.Unjudged(planned.Reference!)!;

    private Tensor[] TermsAt(PlannedPoint planned)
    {
        if (!_known.TryGetValue(planned, out Tensor[]? terms))
        {
            _known[planned] = terms = [.. _terms.Select(term => term(planned.Point))];
        }

        return terms;
    }
}
