using Crm.Application.Calendars;
using Crm.Domain.Callbacks;
using FluentValidation;

namespace Crm.Application.Callbacks;

/// <summary>The window of a request: from and to, or so much time from now on.</summary>
internal static class WindowAsked
{
    public static CallbackWindow Of(DateTimeOffset? from, DateTimeOffset? to, string? within, string zone, DateTimeOffset now) =>
        Durations.TryParse(within, out var time) ? new(now, now + time, zone) : new(from?.ToUniversalTime() ?? now, to!.Value.ToUniversalTime(), zone);

    public static void Window<T>(
        this AbstractValidator<T> rules, Func<T, DateTimeOffset?> from, Func<T, DateTimeOffset?> to, System.Linq.Expressions.Expression<Func<T, DateTimeOffset?>> toMember,
        System.Linq.Expressions.Expression<Func<T, string>> withinMember)
    {
        Func<T, string?> within = withinMember.Compile();
        rules.RuleFor(toMember).Must((x, end) => end is not null || within(x) is not null).Code("required", "A value is needed here.");
        rules.RuleFor(withinMember).Target().When(x => within(x) is not null);
        rules.RuleFor(withinMember).Must((x, _) => within(x) is null || (from(x) is null && to(x) is null)).Code("window_twice", "Give to, with from or without, or within, not both.");
    }
}
