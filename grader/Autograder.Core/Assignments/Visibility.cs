namespace Autograder.Core.Assignments;

/// <summary>When students see what a question came to, on a platform that can wait.</summary>
public enum Visibility
{
    Visible,

    /// <summary>After the last due date.</summary>
    AfterDueDate,

    /// <summary>After the staff have published the grades.</summary>
    AfterPublished,

    Hidden,
}
