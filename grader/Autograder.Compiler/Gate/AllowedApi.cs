namespace Autograder.Compiler.Gate;

/// <summary>
/// What a student's program may use of the framework and of MathNet. All that does not stand here is refused. Names are
/// without type parameters: Func stands for all of them.
/// </summary>
internal static class AllowedApi
{
    /// <summary>As messages name it; the whole stands below.</summary>
    internal const string InShort = "System, System.Linq, System.Collections.Generic, System.Numerics and MathNet.Numerics";

    /// <summary>Of these, everything but what is taken out.</summary>
    internal static readonly string[] Namespaces =
    [
        "System.Collections", "System.Collections.Concurrent", "System.Collections.Frozen", "System.Collections.Generic",
        "System.Collections.Immutable", "System.Collections.ObjectModel", "System.Diagnostics.CodeAnalysis", "System.Globalization",
        "System.Linq", "System.Numerics", "System.Text", "System.Text.RegularExpressions", "System.Threading.Tasks",
    ];

    /// <summary>Of these, and of what lies within them, everything but what is taken out.</summary>
    internal static readonly string[] NamespaceTrees = ["MathNet.Numerics"];

    /// <summary>Of other namespaces these types; of many nobody knows but the compiler, which refers to them by itself.</summary>
    internal static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["System"] = """
            Action AggregateException ArgumentException ArgumentNullException ArgumentOutOfRangeException ArithmeticException
            Array ArraySegment ArrayTypeMismatchException AsyncCallback Attribute AttributeTargets AttributeUsageAttribute
            BitConverter Boolean Buffer Byte CLSCompliantAttribute Char CharEnumerator Comparison Console ConsoleColor
            ConsoleKey ConsoleKeyInfo ConsoleModifiers Convert Converter DateOnly DateTime DateTimeKind DateTimeOffset DayOfWeek
            Decimal Delegate DivideByZeroException Double Enum Environment EventArgs EventHandler Exception FlagsAttribute
            FormatException FormattableString Func Guid Half HashCode IAsyncDisposable IAsyncResult ICloneable IComparable
            IConvertible IDisposable IEquatable IFormatProvider IFormattable IObservable IObserver IParsable IProgress
            ISpanFormattable ISpanParsable IUtf8SpanFormattable IUtf8SpanParsable Index IndexOutOfRangeException Int128 Int16
            Int32 Int64 IntPtr InvalidCastException InvalidOperationException Lazy Math MathF Memory MemoryExtensions
            MidpointRounding MulticastDelegate NonSerializedAttribute NotFiniteNumberException NotImplementedException
            NotSupportedException NullReferenceException Nullable Object ObjectDisposedException ObsoleteAttribute
            OperationCanceledException OutOfMemoryException OverflowException ParamArrayAttribute Predicate Progress Random
            Range RankException ReadOnlyMemory ReadOnlySpan RuntimeFieldHandle RuntimeTypeHandle SByte SerializableAttribute
            Single Span StackOverflowException String StringComparer StringComparison StringSplitOptions SystemException
            TimeOnly TimeSpan TimeoutException Tuple TupleExtensions Type TypeCode UInt128 UInt16 UInt32 UInt64 UIntPtr
            UnauthorizedAccessException ValueTuple ValueType Version Void
            """,
        ["System.Diagnostics"] = """
            ConditionalAttribute Debug DebuggableAttribute DebuggerBrowsableAttribute DebuggerBrowsableState DebuggerDisplayAttribute
            DebuggerHiddenAttribute DebuggerStepThroughAttribute Stopwatch UnreachableException
            """,
        ["System.IO"] = "InvalidDataException StringReader StringWriter TextReader TextWriter",
        ["System.Reflection"] = "DefaultMemberAttribute MemberInfo",
        ["System.Runtime.CompilerServices"] = """
            AsyncIteratorMethodBuilder AsyncIteratorStateMachineAttribute AsyncMethodBuilderAttribute AsyncStateMachineAttribute
            AsyncTaskMethodBuilder AsyncValueTaskMethodBuilder AsyncVoidMethodBuilder CallerArgumentExpressionAttribute
            CallerFilePathAttribute CallerLineNumberAttribute CallerMemberNameAttribute CollectionBuilderAttribute
            CompilationRelaxationsAttribute CompilerFeatureRequiredAttribute CompilerGeneratedAttribute ConfiguredAsyncDisposable
            ConfiguredCancelableAsyncEnumerable ConfiguredTaskAwaitable ConfiguredValueTaskAwaitable DecimalConstantAttribute
            DefaultInterpolatedStringHandler EnumeratorCancellationAttribute ExtensionAttribute ExtensionMarkerAttribute
            FormattableStringFactory IAsyncStateMachine ICriticalNotifyCompletion INotifyCompletion ITuple InlineArray2
            InlineArray3 InlineArray4 InlineArray5 InlineArray6 InlineArray7 InlineArray8 InlineArray9 InlineArray10 InlineArray11
            InlineArray12 InlineArray13 InlineArray14 InlineArray15 InlineArray16 InterpolatedStringHandlerArgumentAttribute
            InterpolatedStringHandlerAttribute IsByRefLikeAttribute IsExternalInit IsReadOnlyAttribute IsUnmanagedAttribute
            IsVolatile IteratorStateMachineAttribute MethodImplAttribute MethodImplOptions NullableAttribute
            NullableContextAttribute NullablePublicOnlyAttribute OverloadResolutionPriorityAttribute ParamCollectionAttribute
            PreserveBaseOverridesAttribute RefSafetyRulesAttribute RequiredMemberAttribute RequiresLocationAttribute
            RuntimeCompatibilityAttribute RuntimeHelpers ScopedRefAttribute SwitchExpressionException TaskAwaiter
            TupleElementNamesAttribute ValueTaskAwaiter YieldAwaitable
            """,
        ["System.Runtime.ExceptionServices"] = "ExceptionDispatchInfo",
        ["System.Runtime.InteropServices"] = "InAttribute UnmanagedType",
        ["System.Threading"] = """
            CancellationToken CancellationTokenRegistration CancellationTokenSource Interlocked Lock LockRecursionException Monitor
            SemaphoreSlim Volatile
            """,
        ["System.Threading.Tasks.Sources"] = """
            IValueTaskSource ManualResetValueTaskSourceCore ValueTaskSourceOnCompletedFlags ValueTaskSourceStatus
            """,
    };

    /// <summary>Of these types only these members.</summary>
    internal static readonly Dictionary<string, string> OnlyMembers = new(StringComparer.Ordinal)
    {
        ["System.Buffer"] = "BlockCopy ByteLength",
        ["System.Console"] = "BackgroundColor Clear ForegroundColor Read ReadKey ReadLine ResetColor Write WriteLine",
        ["System.Delegate"] = "Combine Equals GetHashCode GetInvocationList Remove RemoveAll ToString op_Equality op_Inequality",
        ["System.Diagnostics.Debug"] = "Assert Fail Write WriteIf WriteLine WriteLineIf",
        ["System.Environment"] = "CurrentManagedThreadId NewLine",
        ["System.MulticastDelegate"] = "Equals GetHashCode GetInvocationList op_Equality op_Inequality",
        ["System.Reflection.DefaultMemberAttribute"] = ".ctor",
        ["System.Reflection.MemberInfo"] = "Name op_Equality op_Inequality",
        ["System.Runtime.CompilerServices.RuntimeHelpers"] = "CreateSpan EnsureSufficientExecutionStack GetSubArray InitializeArray",
        ["System.Runtime.ExceptionServices.ExceptionDispatchInfo"] = "Capture Throw",
        ["System.RuntimeFieldHandle"] = "",
        ["System.RuntimeTypeHandle"] = "",
        ["System.Type"] = "Equals FullName GetHashCode GetTypeFromHandle Name ToString op_Equality op_Inequality",
    };

    /// <summary>What is taken out of the namespaces above.</summary>
    internal static readonly Dictionary<string, string> TypesTakenOut = new(StringComparer.Ordinal)
    {
        ["MathNet.Numerics"] = "Control",
        ["System.Linq"] = "EnumerableExecutor EnumerableQuery IOrderedQueryable IQueryProvider IQueryable Queryable",
    };

    /// <summary>Namespaces that are taken out of the trees above, with what lies within them.</summary>
    internal static readonly string[] NamespaceTreesTakenOut = ["MathNet.Numerics.Providers"];

    /// <summary>Of the other types everything but these members: they reach the runtime, or memory, past their type.</summary>
    internal static readonly Dictionary<string, string> MembersTakenOut = new(StringComparer.Ordinal)
    {
        ["System.Exception"] = "TargetSite",
        ["System.IntPtr"] = "ToPointer op_Explicit",
        ["System.Memory"] = "Pin",
        ["System.Numerics.Vector"] = """
            Load LoadAligned LoadAlignedNonTemporal LoadUnsafe Store StoreAligned StoreAlignedNonTemporal StoreUnsafe
            """,
        ["System.Numerics.Vector2"] = "Load LoadAligned LoadAlignedNonTemporal LoadUnsafe",
        ["System.Numerics.Vector3"] = "Load LoadAligned LoadAlignedNonTemporal LoadUnsafe",
        ["System.Numerics.Vector4"] = "Load LoadAligned LoadAlignedNonTemporal LoadUnsafe",
        ["System.Object"] = "Finalize",
        ["System.ReadOnlyMemory"] = "Pin",
        ["System.String"] = "Intern IsInterned",
        ["System.Threading.Tasks.TaskScheduler"] = "UnobservedTaskException",
        ["System.UIntPtr"] = "ToPointer op_Explicit",
    };

    /// <summary>
    /// What the compiler itself makes of allowed source and nobody else may use: excused in an assembly whose source does not name
    /// it. ``1 is a member with a type parameter of its own.
    /// </summary>
    internal static readonly Dictionary<string, string> Emitted = new(StringComparer.Ordinal)
    {
        ["System.Activator"] = "CreateInstance``1",
        ["System.Runtime.CompilerServices.InlineArrayAttribute"] = ".ctor",
        ["System.Runtime.CompilerServices.Unsafe"] = "Add``1 As``2 AsRef``1",
        ["System.Runtime.InteropServices.CollectionsMarshal"] = "AsSpan``1 SetCount``1",
        ["System.Runtime.InteropServices.ImmutableCollectionsMarshal"] = "AsImmutableArray``1",
        ["System.Runtime.InteropServices.MemoryMarshal"] = "CreateReadOnlySpan``1 CreateSpan``1",
    };
}
