using System.Globalization;
using System.Text;
using System.Xml;
using Autograder.Core.Reports;

namespace Autograder.Reporting.Formats;

/// <summary>
/// JUnit's XML as GitLab and Jenkins read it: a test suite for each submission, a test case for each question. What is wrong has failed; what is
/// not graded is an error; what is judged later is skipped. A report knows no times, so each case took none.
/// </summary>
public static class JunitXml
{
    private const string NoTime = "0";

    public static string Write(IEnumerable<StudentReport> reports)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true }))
        {
            xml.WriteStartElement("testsuites");
            foreach (StudentReport report in reports)
            {
                WriteSuite(xml, report);
            }

            xml.WriteEndElement();
        }

        // A writer of text would declare UTF-16, and the file is UTF-8.
        return $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{text}\n";
    }

    private static void WriteSuite(XmlWriter xml, StudentReport report)
    {
        string name = Text($"{report.Report.AssignmentTitle}: {report.Report.Submission}");
        xml.WriteStartElement("testsuite");
        xml.WriteAttributeString("name", name);
        xml.WriteAttributeString("tests", Count(report, _ => true));
        xml.WriteAttributeString("failures", Count(report, StudentReport.IsLost));
        xml.WriteAttributeString("errors", Count(report, question => question.IsUngraded));
        xml.WriteAttributeString("skipped", Count(report, StudentReport.IsLater));
        xml.WriteAttributeString("time", NoTime);
        foreach (QuestionGrade question in report.Report.Questions)
        {
            WriteCase(xml, report, question, name);
        }

        if (!report.Report.CompilerMessages.IsEmpty)
        {
            xml.WriteElementString("system-err", Text(string.Join('\n', report.CompilerMessages)));
        }

        xml.WriteEndElement();
    }

    private static void WriteCase(XmlWriter xml, StudentReport report, QuestionGrade question, string suite)
    {
        xml.WriteStartElement("testcase");
        xml.WriteAttributeString("classname", suite);
        xml.WriteAttributeString("name", Text(StudentReport.NameOf(question)));
        xml.WriteAttributeString("time", NoTime);
        if (question.Verdict != Verdict.Correct)
        {
            xml.WriteStartElement(StudentReport.IsLater(question) ? "skipped" : question.IsUngraded ? "error" : "failure");
            xml.WriteAttributeString("message", StudentReport.Word(question));
            xml.WriteAttributeString("type", Finding.RuleOf(question));
            xml.WriteString(Text($"{Place(report, question)}{report.WholeFeedback(question)}"));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static string Place(StudentReport report, QuestionGrade question) =>
        question.Method is { } method ? $"{report.PathOf(method)}:{method.Line}\n" : "";

    private static string Count(StudentReport report, Func<QuestionGrade, bool> isMeant) =>
        report.Report.Questions.Count(isMeant).ToString(CultureInfo.InvariantCulture);

    /// <summary>Also of what is no character in XML, which no escape makes one.</summary>
    private static string Text(string text) =>
        string.Concat(StudentText.Clean(text).Select(letter => XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter) ? letter : '\uFFFD'));
}
