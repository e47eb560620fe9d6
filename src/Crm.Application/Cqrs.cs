using Crm.Domain;
using FluentValidation;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Crm.Application;

/// <summary>Changes the tenant's data: one transaction, one save, made by <see cref="UnitOfWork"/> after its handler succeeded.</summary>
public interface ICommand<TAnswer> : IRequest<Result<TAnswer>>;

/// <summary>Changes the catalog: tenants, credentials, settings.</summary>
public interface ICatalogCommand<TAnswer> : IRequest<Result<TAnswer>>;

/// <summary>
/// Takes the next of a sequence that has no generator: one at a time in this process, and handled again from the start where another
/// process was faster.
/// </summary>
public interface ITakesTurns;

/// <summary>
/// Asks its record what may come next, so that where another command overtook it, it is handled again on what the record is now, instead of being refused
/// for having been second.
/// </summary>
public interface IHandledAgain;

/// <summary>Reads, and changes nothing.</summary>
public interface IQuery<TAnswer> : IRequest<Result<TAnswer>>;

internal interface ICommandHandler<in TCommand, TAnswer> : IRequestHandler<TCommand, Result<TAnswer>>
    where TCommand : ICommand<TAnswer>;

internal interface ICatalogCommandHandler<in TCommand, TAnswer> : IRequestHandler<TCommand, Result<TAnswer>>
    where TCommand : ICatalogCommand<TAnswer>;

internal interface IQueryHandler<in TQuery, TAnswer> : IRequestHandler<TQuery, Result<TAnswer>>
    where TQuery : IQuery<TAnswer>;

/// <summary>What follows from an event, inside the transaction of its cause.</summary>
internal interface IEventHandler<in TEvent> where TEvent : IDomainEvent
{
    Task Handle(TEvent happened, CancellationToken ct);
}

/// <summary>The answer of a command that has nothing to say.</summary>
public readonly record struct Nothing;

/// <summary>Brings a message to its handler.</summary>
public sealed class Dispatcher(IMediator mediator)
{
    public Task<Result<T>> Send<T>(ICommand<T> command, CancellationToken ct) => mediator.Send(command, ct);
    public Task<Result<T>> Send<T>(ICatalogCommand<T> command, CancellationToken ct) => mediator.Send(command, ct);
    public Task<Result<T>> Send<T>(IQuery<T> query, CancellationToken ct) => mediator.Send(query, ct);
}

/// <summary>The wiring that the packages' absent extensions would do: one loop over this assembly.</summary>
internal static class CqrsRegistration
{
    public static void AddCqrs(this IServiceCollection services)
    {
        services.AddScoped<ServiceFactory>(provider => provider.GetService!);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped<Dispatcher>();
        foreach (var type in typeof(CqrsRegistration).Assembly.GetTypes().Where(t => t is { IsAbstract: false, IsGenericTypeDefinition: false }))
        {
            foreach (var contract in type.GetInterfaces().Where(i => i.IsGenericType))
            {
                var definition = contract.GetGenericTypeDefinition();
                if (definition == typeof(IRequestHandler<,>))
                {
                    services.AddTransient(contract, type);
                    AddBehaviors(services, contract.GetGenericArguments());
                }
                else if (definition == typeof(IValidator<>))
                {
                    services.AddSingleton(contract, type);
                }
                else if (definition == typeof(IEventHandler<>))
                {
                    services.AddTransient(contract, type);
                }
            }
        }
    }

    private static void AddBehaviors(IServiceCollection services, Type[] messageAndResult)
    {
        Type[] arguments = [messageAndResult[0], messageAndResult[1].GetGenericArguments()[0]];
        var pipeline = typeof(IPipelineBehavior<,>).MakeGenericType(messageAndResult);
        services.AddTransient(pipeline, typeof(ValidationBehavior<,>).MakeGenericType(arguments));
        if (messageAndResult[0].IsAssignableTo(typeof(ICommand<>).MakeGenericType(arguments[1])))
        {
            services.AddTransient(pipeline, typeof(CommandBehavior<,>).MakeGenericType(arguments));
        }
        else if (messageAndResult[0].IsAssignableTo(typeof(ICatalogCommand<>).MakeGenericType(arguments[1])))
        {
            services.AddTransient(pipeline, typeof(CatalogCommandBehavior<,>).MakeGenericType(arguments));
        }
    }

    /// <summary>Checks the shape of a message, without I/O, before its handler sees it.</summary>
    private sealed class ValidationBehavior<TMessage, TAnswer>(IEnumerable<IValidator<TMessage>> validators) : IPipelineBehavior<TMessage, Result<TAnswer>>
        where TMessage : IRequest<Result<TAnswer>>
    {
        public async Task<Result<TAnswer>> Handle(TMessage request, CancellationToken cancellationToken, RequestHandlerDelegate<Result<TAnswer>> next)
        {
            foreach (var validator in validators)
            {
                if (Validation.Check(validator, request) is { } error)
                {
                    return error;
                }
            }
            return await next();
        }
    }

    private sealed class CommandBehavior<TCommand, TAnswer>(ICrmDb db, UnitOfWork work) : IPipelineBehavior<TCommand, Result<TAnswer>>
        where TCommand : ICommand<TAnswer>
    {
        public Task<Result<TAnswer>> Handle(TCommand request, CancellationToken cancellationToken, RequestHandlerDelegate<Result<TAnswer>> next) =>
            work.Run(db, typeof(TCommand).Name, () => next(), cancellationToken, request is IHandledAgain);
    }

    private sealed class CatalogCommandBehavior<TCommand, TAnswer>(ICatalogDb db, UnitOfWork work, IKnownCredentials known)
        : IPipelineBehavior<TCommand, Result<TAnswer>>
        where TCommand : ICatalogCommand<TAnswer>
    {
        private static readonly SemaphoreSlim? Turn = typeof(TCommand).IsAssignableTo(typeof(ITakesTurns)) ? new(1) : null;

        public async Task<Result<TAnswer>> Handle(TCommand request, CancellationToken cancellationToken, RequestHandlerDelegate<Result<TAnswer>> next)
        {
            if (Turn is not null)
            {
                await Turn.WaitAsync(cancellationToken);
            }
            try
            {
                var result = await work.Run(db, typeof(TCommand).Name, () => next(), cancellationToken);
                if (!result.Failed(out _))
                {
                    // What changed here decides who may call: this process obeys at once, the others when their knowledge has aged.
                    known.Forget();
                }
                return result;
            }
            finally
            {
                Turn?.Release();
            }
        }
    }
}
