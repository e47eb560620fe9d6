using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Crm.Application;
using Crm.Domain;

namespace Crm.Api.OpenApi;

/// <summary>The XML comments of all layers: what a reader of the code is told, a reader of the document is told.</summary>
internal sealed partial class XmlTexts
{
    private readonly Dictionary<string, XElement> members = new(StringComparer.Ordinal);
    private readonly Dictionary<string, XElement> methods = new(StringComparer.Ordinal);

    public XmlTexts()
    {
        foreach (var assembly in new[] { typeof(Error).Assembly, typeof(Dispatcher).Assembly, typeof(XmlTexts).Assembly })
        {
            foreach (var member in XDocument.Load(Path.Combine(AppContext.BaseDirectory, assembly.GetName().Name + ".xml")).Descendants("member"))
            {
                var name = (string)member.Attribute("name")!;
                members.TryAdd(name, member);
                if (name.StartsWith("M:", StringComparison.Ordinal))
                {
                    methods.TryAdd(name.Split('(')[0], member);
                }
            }
        }
    }

    public string? Summary(Type type) => Text(Find("T:" + NameOf(type))?.Element("summary"));

    public string? Summary(MethodInfo method) => Text(Of(method)?.Element("summary"));

    public string? Remarks(MethodInfo method) => Text(Of(method)?.Element("remarks"));

    public string? Parameter(MethodInfo method, string name) => Text(Named(Of(method), name));

    /// <summary>A member's summary, or the param of the positional record that it comes from.</summary>
    public string? Member(PropertyInfo member)
    {
        var owner = NameOf(member.DeclaringType!);
        return Text(Find($"P:{owner}.{member.Name}")?.Element("summary"))
            ?? Text(Named(Find("T:" + owner), member.Name))
            ?? Text(Named(methods.GetValueOrDefault($"M:{owner}.#ctor"), member.Name));
    }

    private XElement? Find(string name) => members.GetValueOrDefault(name);

    private XElement? Of(MethodInfo method) => methods.GetValueOrDefault($"M:{NameOf(method.DeclaringType!)}.{method.Name}");

    private static XElement? Named(XElement? member, string parameter) => member?.Elements("param").FirstOrDefault(p => (string?)p.Attribute("name") == parameter);

    private static string NameOf(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    private static string? Text(XElement? element)
    {
        if (element is null)
        {
            return null;
        }
        var text = string.Concat(element.Nodes().Select(node => node switch
        {
            XText plain => plain.Value,
            XElement { Name.LocalName: "c" or "code" } code => $"`{code.Value}`",
            XElement reference when reference.Attribute("cref") is { } cref => reference.Value.Length > 0 ? reference.Value : cref.Value.Split('.', ':')[^1],
            XElement named when named.Attribute("name") is { } name => name.Value,
            XElement other => " " + other.Value,
            _ => "",
        }));
        return Space().Replace(text, " ").Trim() is { Length: > 0 } clean ? clean : null;
    }

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Space();
}
