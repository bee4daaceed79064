using System.CommandLine;
using System.CommandLine.Completions;

namespace Autograder.Cli.Formats;

/// <summary><c>--format FORMAT[=FILE]</c>, several times where several are wanted; one of them at most may take standard output.</summary>
internal static class FormatOption
{
    internal static Option<RequestedFormat[]> Create()
    {
        var option = new Option<RequestedFormat[]>("--format")
        {
            HelpName = "FORMAT[=FILE]",
            Description = $"Also writes results as {string.Join(", ", RequestedFormat.Names)}: to a file, or to standard output, and then what is for people goes to standard error. Can be given several times.",
            Arity = ArgumentArity.OneOrMore,
            CustomParser = result =>
            {
                foreach (var token in result.Tokens.Where(token => RequestedFormat.Parse(token.Value) is null))
                {
                    result.AddError($"'{token.Value}' is no format: expected {string.Join(", ", RequestedFormat.Names)}, or one of them with a file, such as junit=report.xml.");
                }

                RequestedFormat[] requested = [.. result.Tokens.Select(token => RequestedFormat.Parse(token.Value)).OfType<RequestedFormat>()];
                if (requested.Count(format => format.File is null) > 1)
                {
                    result.AddError("One format at most can go to standard output: give the others a file, such as junit=report.xml.");
                }

                return requested;
            },
        };
        option.CompletionSources.Add(_ => RequestedFormat.Names.Select(name => new CompletionItem(name)));
        return option;
    }
}
