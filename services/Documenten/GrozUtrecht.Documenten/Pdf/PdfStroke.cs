using System.Runtime.InteropServices;

namespace GrozUtrecht.Documenten.Pdf;

/// <summary>A place on a page, from its upper left corner.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PdfPoint(double X, double Y);

/// <summary>How a line looks: its width, the lengths of its dashes and gaps (none is a whole line), and its colour from 0 to 1.</summary>
internal sealed record PdfStroke(double Width, string Dashes, double Red, double Green, double Blue);
