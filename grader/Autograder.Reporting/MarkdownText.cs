using System.Text;

namespace Autograder.Reporting;

/// <summary>Strangers' words in Markdown.</summary>
internal static class MarkdownText
{
    /// <summary>On one line: students choose names of files and of themselves, and nothing in them is Markdown or HTML.</summary>
    internal static string Escaped(string text)
    {
        var escaped = new StringBuilder();
        foreach (char letter in StudentText.Clean(text).Replace('\n', ' '))
        {
            escaped.Append(letter is '<' ? "&lt;" : letter is '&' ? "&amp;" : @"\`*_{}[]()#!|~$>".Contains(letter) ? $"\\{letter}" : $"{letter}");
        }

        return escaped.ToString();
    }
}
