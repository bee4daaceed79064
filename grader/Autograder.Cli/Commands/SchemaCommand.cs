using System.CommandLine;
using Autograder.Cli.Display;
using Autograder.Engine.Specs;
using Autograder.Reporting.Reports;
using Autograder.Reporting.Verifications;

namespace Autograder.Cli.Commands;

/// <summary><c>autograder schema [assignment|report|verification]</c>: prints a JSON schema.</summary>
internal static class SchemaCommand
{
    internal static Command Create()
    {
        var of = new Argument<string>("of")
        {
            Description = "assignment (a spec), report (report.json) or verification (what verify --out writes)",
            DefaultValueFactory = _ => "assignment",
        };
        of.AcceptOnlyFromAmong("assignment", "report", "verification");
        var command = new Command("schema", "Print the JSON schema of a spec or of a report.") { of };
        command.SetAction(parsed => Consoles.Out.Write(parsed.GetValue(of) switch
        {
            "report" => ReportJson.Schema(),
            "verification" => VerificationJson.Schema(),
            _ => SpecSchema.Generate(),
        }));
        return command;
    }
}
