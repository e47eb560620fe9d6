using Crm.Domain.Conflicts;
using Crm.Domain.Staff;
using FsCheck;
using FsCheck.Fluent;

namespace Crm.Domain.Tests.Conflicts;

[Trait("Requirement", "S3-FAIR-1")]
public sealed class ImpartialityTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 21, 8, 30, 0, TimeSpan.Zero);
    private static readonly Arbitrary<int> Seeds = Gen.Choose(0, int.MaxValue).ToArbitrary();
    private static readonly StaffId[] Ids = [.. Enumerable.Range(0, 5).Select(_ => StaffId.New(Now))];
    private static readonly CustomerId Customer = CustomerId.New(Now);
    private static readonly CustomerId OtherCustomer = CustomerId.New(Now);

    /// <summary>0 leads 1, who leads 2, who leads 3; 4 stands alone.</summary>
    private static readonly ReportingLines Chain = new(new Dictionary<StaffId, StaffId?> { [Ids[0]] = null, [Ids[1]] = Ids[0], [Ids[2]] = Ids[1], [Ids[3]] = Ids[2], [Ids[4]] = null });

    [Theory]
    [InlineData(1, 1, "subject_of_complaint")]
    [InlineData(2, 1, "reports_to_subject")]
    [InlineData(3, 1, "reports_to_subject")]
    [InlineData(0, 1, null)]
    [InlineData(4, 1, null)]
    [InlineData(3, null, null)]
    public void Neither_whom_it_is_about_nor_who_reports_to_them(int candidate, int? subject, string? reason) =>
        Assert.Equal(reason, new Impartiality(Chain, []).Refusal(Ids[candidate], subject is { } s ? Ids[s] : null, Customer));

    [Fact]
    public void Nor_who_has_a_conflict_with_the_customer_or_the_person()
    {
        string? Of(int? subject, CustomerId? customer, params ConflictBetween[] conflicts) => new Impartiality(Chain, conflicts).Refusal(Ids[4], subject is { } s ? Ids[s] : null, customer);
        Assert.Equal("conflict_with_customer", Of(null, Customer, new ConflictBetween(Ids[4], Customer, null)));
        Assert.Null(Of(null, Customer, new ConflictBetween(Ids[4], OtherCustomer, null)));
        Assert.Null(Of(null, Customer, new ConflictBetween(Ids[3], Customer, null)));
        Assert.Null(Of(null, null, new ConflictBetween(Ids[4], Customer, null), new ConflictBetween(Ids[4], null, Ids[1])));
        Assert.Equal("conflict_with_subject", Of(1, Customer, new ConflictBetween(Ids[4], null, Ids[1])));
        Assert.Equal("conflict_with_subject", Of(1, Customer, new ConflictBetween(Ids[1], null, Ids[4])));
        Assert.Null(Of(2, Customer, new ConflictBetween(Ids[4], null, Ids[1])));
        Assert.Equal("conflict_with_customer", Of(1, Customer, new ConflictBetween(Ids[4], null, Ids[1]), new ConflictBetween(Ids[4], Customer, null)));
    }

    /// <summary>In any lines, circles included: below is whoever comes to the top by going up, and nobody else.</summary>
    [Fact]
    public void Below_is_whoever_comes_to_the_top_by_going_up() => Seeds.Holds(seed =>
    {
        var random = new Random(seed);
        var managers = Ids.ToDictionary(i => i, _ => random.Next(4) == 0 ? (StaffId?)null : Ids[random.Next(Ids.Length)]);
        var lines = new ReportingLines(managers);
        return Ids.All(member => Ids.All(top =>
        {
            var seen = new HashSet<StaffId>();
            for (var at = managers[member]; at is { } one && seen.Add(one); at = managers[one])
            {
            }
            return lines.IsBelow(member, top) == (member != top && seen.Contains(top));
        }));
    });

    [Fact]
    public void A_conflict_is_with_one_party_and_ends_once()
    {
        var content = new ConflictContent { Kind = ConflictKind.Relative, CustomerId = Customer };
        var today = new DateOnly(2026, 3, 21);
        string CodeOf(ConflictContent wrong) => DeclaredConflict.Declare(wrong, Ids[0], today, null, Now).Failed(out var error) ? error.Fields.Single().Code : "";
        Assert.Equal("conflict_party_unclear", CodeOf(content with { OtherStaffId = Ids[1] }));
        Assert.Equal("conflict_party_unclear", CodeOf(content with { CustomerId = null }));
        Assert.Equal("conflict_with_self", CodeOf(new() { Kind = ConflictKind.Other, OtherStaffId = Ids[0] }));
        Assert.Equal("until_before_from", CodeOf(content with { UntilOn = today.AddDays(-1) }));
        var conflict = DeclaredConflict.Declare(content, Ids[0], today, null, Now).Value;
        Assert.True(conflict.End(today.AddDays(-1), Now).Failed(out _));
        Assert.False(conflict.End(today, Now).Failed(out _));
        Assert.True(conflict.End(today, Now).Failed(out var ended));
        Assert.Equal(("conflict.ended", today), (ended.Code, conflict.UntilOn));
    }
}
