using System.Collections.Immutable;

namespace Autograder.Core.Reports;

/// <summary>A student as a platform or the staff's roster knows them. What is not known is empty.</summary>
/// <param name="Id">What the institution tells students apart by; two students of one name have two.</param>
public sealed record Student(string Name, string Id = "", string Email = "", string Section = "")
{
    /// <summary>As people look for them in a list.</summary>
    public override string ToString() => Name.Length == 0 ? Id : Id.Length == 0 || Id == Name ? Name : $"{Name} ({Id})";
}

/// <summary>Who handed a submission in, and how, as far as the place where it was found says.</summary>
/// <param name="Students">Several for a group; empty where nobody is named.</param>
/// <param name="Platform">That it was downloaded from.</param>
/// <param name="PlatformId">What that platform calls it by in its own lists; empty elsewhere.</param>
/// <param name="IsLate">The download marks it as late.</param>
/// <param name="EarlierTries">How many were handed in before this one, where the download says so.</param>
public sealed record HandIn(
    ImmutableArray<Student> Students, Platform Platform = Platform.None, string PlatformId = "", bool IsLate = false, int EarlierTries = 0)
{
    public static HandIn Unknown { get; } = new([]);

    /// <summary>How many people a submission stands for: one where nobody is named.</summary>
    public int People => Math.Max(1, Students.Length);
}

/// <summary>Where students hand in, and staff download and import marks.</summary>
public enum Platform
{
    None,
    Gradescope,
    Canvas,
    Moodle,
}
