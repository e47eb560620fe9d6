# The product, as small as it gets: non-root, and fit for a read-only root file system (mount /data, or use SQL Server).
FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
# Compiled ahead of time, it starts in two thirds of the time.
RUN dotnet publish src/Crm.Api -c Release --use-current-runtime --self-contained false -p:PublishReadyToRun=true -o /app

# The test suite, for `docker compose --profile test`.
FROM build AS test
ENTRYPOINT ["dotnet", "test", "-c", "Release"]

FROM mcr.microsoft.com/dotnet/aspnet:10.0 AS final
WORKDIR /app
COPY --from=build /app .
RUN mkdir /data && chown $APP_UID /data
ENV ASPNETCORE_HTTP_PORTS=8080 Crm__DataFolder=/data DOTNET_EnableDiagnostics=0
VOLUME /data
USER $APP_UID
EXPOSE 8080
ENTRYPOINT ["dotnet", "Crm.Api.dll"]
