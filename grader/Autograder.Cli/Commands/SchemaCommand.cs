using System.CommandLine;
using Autograder.Cli.Display;
using Autograder.Engine.Specs;
using Autograder.Reporting.Reports;

namespace Autograder.Cli.Commands;

/// <summary><c>autograder schema [assignment|report]</c>: prints a JSON schema.</summary>
internal static class SchemaCommand
{
    internal static Command Create()
    {
        var of = new Argument<string>("of")
        {
            Description = "assignment (a spec) or report (report.json)",
            DefaultValueFactory = _ => "assignment",
        };
        of.AcceptOnlyFromAmong("assignment", "report");
        var command = new Command("schema", "Print the JSON schema of a spec or of report.json.") { of };
        command.SetAction(parsed => Consoles.Out.Write(parsed.GetValue(of) == "report" ? ReportJson.Schema() : SpecSchema.Generate()));
        return command;
    }
}
