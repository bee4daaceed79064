using System.CommandLine;
using Autograder.Cli.Display;
using Autograder.Engine.Compiling;
using Autograder.Engine.Sandboxing;
using Autograder.Sandbox.Confinement;

namespace Autograder.Cli.Commands;

/// <summary>How strangers' code is to be held, for every command that runs some.</summary>
internal sealed class SandboxOptions
{
    private readonly Option<SandboxLevel> _level = new("--sandbox")
    {
        Description = "How far strangers' code must be held: limited, confined (unless given), or isolated, which takes root and a second start of each worker.",
        DefaultValueFactory = _ => SandboxLevel.Confined,
    };

    private readonly Option<bool> _allow = new("--allow-unsandboxed")
    {
        Description = "Goes on where the machine cannot hold strangers' code so far; every report says so.",
    };

    private readonly Option<Layers[]> _without = CreateWithout();

    /// <summary>Layers that are left out on purpose.</summary>
    internal static Option<Layers[]> CreateWithout() => new("--without")
    {
        Description = "Layers to leave out, such as system-calls: to see what a machine without them would do.",
        AllowMultipleArgumentsPerToken = true,
        CustomParser = result =>
        {
            foreach (var token in result.Tokens.Where(token => LayersExtensions.All.Each().All(layer => layer.Name() != token.Value)))
            {
                result.AddError($"No layer is called '{token.Value}'; known here: {string.Join(", ", LayersExtensions.All.Each().Select(layer => layer.Name()))}.");
            }

            return [.. LayersExtensions.All.Each().Where(layer => result.Tokens.Any(token => token.Value == layer.Name()))];
        },
    };

    internal static Layers Without(Layers[]? left) => (left ?? []).Aggregate(LayersExtensions.All, (all, layer) => all & ~layer);

    /// <summary>A person's own code needs no holding: it is held as far as the machine can, as the staff's grader will hold it.</summary>
    internal static Task<ProcessPaths> ChooseForOwnCodeAsync() => Task.Run(() =>
    {
        SandboxReport report = SandboxProbe.Check(ProcessPaths.Installed.Worker, LayersExtensions.For(SandboxLevel.Confined));
        return ProcessPaths.Installed with { Sandbox = new ChosenSandbox(report.Working, report.Level, SandboxLevel.None) };
    });

    internal void AddTo(Command command)
    {
        command.Add(_level);
        command.Add(_allow);
        command.Add(_without);
    }

    /// <summary>Tries the machine out; the caller goes on meanwhile.</summary>
    /// <exception cref="SandboxRefusal">It cannot hold strangers' code as far as required, and nobody has allowed that.</exception>
    internal Task<ProcessPaths> ChooseAsync(ParseResult parsed)
    {
        SandboxLevel required = parsed.GetValue(_level);
        bool isAllowed = parsed.GetValue(_allow);
        Layers wanted = LayersExtensions.For(required) & Without(parsed.GetValue(_without));
        return Task.Run(() =>
        {
            SandboxReport report = SandboxProbe.Check(ProcessPaths.Installed.Worker, wanted);
            return report.Level >= required || isAllowed
                ? ProcessPaths.Installed with { Sandbox = new ChosenSandbox(report.Working, report.Level, required) }
                : throw new SandboxRefusal(SandboxText.OfRefusal(report, required));
        });
    }
}

/// <summary>Nothing was graded, because what would be graded could not be held.</summary>
internal sealed class SandboxRefusal(string message) : Exception(message);
