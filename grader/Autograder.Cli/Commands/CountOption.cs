using System.CommandLine;

namespace Autograder.Cli.Commands;

/// <summary>An option that is 1 or more.</summary>
internal static class CountOption
{
    internal static Option<int> Create(string name, string description, int unlessGiven)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => unlessGiven };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(int.TryParse(token.Value, out int number) && number >= 1))
            {
                result.AddError($"{name} must be 1 or more.");
            }
        });
        return option;
    }
}
