using System.Text;
using Autograder.Core.Reports;

namespace Autograder.Reporting;

/// <summary>
/// Makes text that may come from a student's program harmless: no control characters (so no terminal sequences), nothing that turns the
/// direction of writing or is not seen, no halves of surrogate pairs, and no more of it than a reader wants.
/// </summary>
public static class StudentText
{
    /// <summary>Gradescope cuts an output in the middle at 100,000 characters.</summary>
    internal const int MaxCharacters = 4000;

    public static string Clean(string text, int maxCharacters = MaxCharacters)
    {
        var clean = new StringBuilder();
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (clean.Length >= maxCharacters)
            {
                return clean.Append("… (cut)").ToString();
            }

            if (rune.Value is '\n' or '\t' || PlainText.IsPlain(rune))
            {
                clean.Append(rune.ToString());
            }
            else if (rune.Value != '\r')
            {
                clean.Append('\uFFFD');
            }
        }

        return clean.ToString();
    }
}
