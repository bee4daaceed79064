using System.Collections.Immutable;

namespace Autograder.Engine.Tests.Attacks;

/// <summary>Reaching a listener of the test's, or waiting for somebody.</summary>
internal static class NetworkAttacks
{
    private const Outcome Thrown = Outcome.Exception;
    private const string Sockets = "System.Net.Sockets";

    /// <summary>As socket(2) counts families and types.</summary>
    private static (string Name, int Family, int Type)[] Kinds =>
        [("tcp", 2, 1), ("unix", 1, 1), ("netlink", 16, 3), ("packet", 17, 3), ("vsock", 40, 1), ("af_alg", 38, 5)];

    internal static ImmutableArray<Attack> All { get; } =
    [
        new(39, "tcp_connect", Thrown, $"""using var client = new {Sockets}.TcpClient("127.0.0.1", TcpPort); return Through("connected");"""),
        new(40, "tcp_listen", Thrown, $"""
            var listener = new {Sockets}.TcpListener(System.Net.IPAddress.Loopback, 0);
            listener.Start();
            return Through("listening");
            """),
        new(41, "udp_send", Thrown, $"""
            using var socket = new {Sockets}.Socket({Sockets}.AddressFamily.InterNetwork, {Sockets}.SocketType.Dgram, {Sockets}.ProtocolType.Udp);
            socket.SendTo(new byte[1], new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, UdpPort));
            return Through("sent");
            """),
        new(42, "unix_socket", Thrown, LocalConnect("UnixPath")),
        new(43, "abstract_unix_socket", Thrown, LocalConnect("AbstractName")),
        .. Kinds.Select(kind => new Attack(44, $"socket_{kind.Name}", Outcome.Right, $"""return Refused(Call(41, 198, {kind.Family}, {kind.Type}, 0), x, "socket");""")),
        new(44, "socketpair", Outcome.Right, """return Refused(Call(53, 199, 1, 1, 0, Marshal.AllocHGlobal(8)), x, "socketpair");"""),
        new(45, "io_uring_setup", Outcome.Security, """
            nint parameters = Marshal.AllocHGlobal(120);
            Marshal.Copy(new byte[120], 0, parameters, 120);
            return Refused(Call(425, 425, 1, parameters), x, "io_uring_setup");
            """),
    ];

    private static string LocalConnect(string address) => $"""
        using var socket = new {Sockets}.Socket({Sockets}.AddressFamily.Unix, {Sockets}.SocketType.Stream, {Sockets}.ProtocolType.Unspecified);
        socket.Connect(new {Sockets}.UnixDomainSocketEndPoint({address}));
        return Through("connected");
        """;
}
