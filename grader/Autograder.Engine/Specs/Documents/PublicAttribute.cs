namespace Autograder.Engine.Specs.Documents;

/// <summary>A key that students may know. Only these are written to what they get: what is forgotten here stays with the staff.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PublicAttribute : Attribute;
