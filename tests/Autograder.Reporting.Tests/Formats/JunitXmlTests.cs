using System.Xml.Linq;
using Autograder.Reporting.Formats;
using Autograder.Tests.Shared;

namespace Autograder.Reporting.Tests.Formats;

public sealed class JunitXmlTests
{
    /// <summary>What the schema of Jenkins' xunit plugin (junit-10.xsd) lets stand where, as far as it is used; GitLab reads the same.</summary>
    private static readonly Dictionary<string, (string[] Required, string[] Optional, string[] Children)> Known = new(StringComparer.Ordinal)
    {
        ["testsuites"] = ([], ["name", "time", "tests", "failures", "errors"], ["testsuite"]),
        ["testsuite"] = (["name", "tests", "failures", "errors"], ["time", "skipped"], ["testcase", "system-err"]),
        ["testcase"] = (["name"], ["time", "classname"], ["failure", "error", "skipped"]),
        ["failure"] = ([], ["type", "message"], []),
        ["error"] = ([], ["type", "message"], []),
        ["skipped"] = ([], ["type", "message"], []),
        ["system-err"] = ([], [], []),
    };

    [Fact]
    public void A_report_with_everything_reads_well() => Snapshot.Verify(JunitXml.Write([Rendered.Placed]), "junit");

    [Fact]
    public void Elements_and_attributes_are_those_of_the_common_schema()
    {
        var document = XDocument.Parse(JunitXml.Write([Rendered.Placed, Rendered.Of(SampleReports.Kinds)]));

        Assert.Equal("testsuites", document.Root!.Name.LocalName);
        Assert.All(document.Descendants(), element =>
        {
            (string[] required, string[] optional, string[] children) = Known[element.Name.LocalName];
            string[] attributes = [.. element.Attributes().Select(attribute => attribute.Name.LocalName)];
            Assert.Empty(required.Except(attributes));
            Assert.Empty(attributes.Except([.. required, .. optional]));
            Assert.Empty(element.Elements().Select(child => child.Name.LocalName).Except(children));
        });
    }

    [Fact]
    public void What_is_counted_is_what_is_there()
    {
        XElement suite = XDocument.Parse(JunitXml.Write([Rendered.Placed])).Root!.Element("testsuite")!;

        Assert.Equal($"{suite.Elements("testcase").Count()}", suite.Attribute("tests")!.Value);
        Assert.All(new[] { ("failures", "failure"), ("errors", "error"), ("skipped", "skipped") }, pair =>
            Assert.Equal($"{suite.Descendants(pair.Item2).Count()}", suite.Attribute(pair.Item1)!.Value));
        Assert.Equal(("10", "6", "1", "2"), (suite.Attribute("tests")!.Value, suite.Attribute("failures")!.Value, suite.Attribute("errors")!.Value, suite.Attribute("skipped")!.Value));
    }

    [Fact]
    public void No_two_cases_have_one_name_because_gitlab_would_keep_the_first_only()
    {
        XElement[] cases = [.. XDocument.Parse(JunitXml.Write([Rendered.Placed, Rendered.Of(SampleReports.Placed with { Submission = "other" })])).Descendants("testcase")];

        Assert.Equal(cases.Length, cases.Select(test => (test.Attribute("classname")!.Value, test.Attribute("name")!.Value)).Distinct().Count());
    }
}
