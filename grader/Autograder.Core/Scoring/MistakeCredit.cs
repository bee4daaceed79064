using System.Collections.Immutable;
using Autograder.Core.Assignments;
using Autograder.Core.Comparing;
using Autograder.Core.Submissions;

namespace Autograder.Core.Scoring;

/// <summary>What a recognised mistake leaves of the points, where the spec says that it leaves some.</summary>
internal static class MistakeCredit
{
    /// <param name="credits">By the name of a wrong part.</param>
    /// <param name="scoredTogether">Names of the parts that earn their points together.</param>
    /// <returns>
    /// The smallest of the credits when every one of those parts that is wrong has one; 0 for an answer that is no function of its
    /// arguments, or came to nothing that can be compared.
    /// </returns>
    internal static double Of(
        Question question, QuestionComparison comparison, ImmutableSortedDictionary<string, double> credits, IEnumerable<string> scoredTogether)
    {
        // A text among numbers may be wrong besides.
        bool isOfNumbers = question.IsScoredByParts || question.Answer.Judged is not GroupType group
            || group.Members.All(member => member.Type is ScalarType or TensorType);
        bool isCompared = isOfNumbers && comparison.IsFunction
            && comparison.Points.All(point => !point.Parts.IsEmpty && point.Fault is null or { Kind: FaultKind.WrongShape or FaultKind.NonFinite });
        string[] wrong = !isCompared ? [] : [.. scoredTogether.Where(name =>
            comparison.Points.Any(point => point.Parts.Any(part => part.Name == name && part.Agreement == Agreement.Off)))];
        return wrong.Length == 0 ? 0 : wrong.Min(name => credits.GetValueOrDefault(name));
    }
}
