using System.CommandLine;
using Autograder.Cli.Display;
using Autograder.Engine.Specs;
using Autograder.Engine.Specs.Starters;

namespace Autograder.Cli.Commands;

/// <summary><c>autograder starter ASSIGNMENT</c>: prints the file with which a student begins.</summary>
internal static class StarterCommand
{
    internal static Command Create()
    {
        var assignment = new Argument<string>("assignment") { Description = "A folder with an assignment.yaml, or the file itself." };
        var command = new Command("starter", $"Print {StarterFile.FileName}, the file with which a student begins a homework.") { assignment };
        command.SetAction(parsed =>
        {
            LoadedAssignment loaded = AssignmentLoader.Load(parsed.GetRequiredValue(assignment));
            Consoles.Out.Write(StarterFile.Generate(loaded, loaded.Plan(loaded.DefaultSeed)));
        });
        return command;
    }
}
