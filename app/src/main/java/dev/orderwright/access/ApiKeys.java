package dev.orderwright.access;

import static dev.orderwright.shared.Texts.t;

import dev.orderwright.shared.Actor;
import dev.orderwright.shared.Cause;
import dev.orderwright.shared.Commands;
import dev.orderwright.shared.Fact;
import dev.orderwright.shared.Facts;
import dev.orderwright.shared.Ids;
import dev.orderwright.shared.Outcome;
import dev.orderwright.shared.Refusal;
import dev.orderwright.shared.web.Who;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The keys of programs that use the API. */
@Component
public class ApiKeys {

    private static final String MARK = "owk_";
    private static final int PREFIX_LETTERS = 8;
    private static final Duration USED_PRECISION = Duration.ofMinutes(1);

    /** So long another program node may still take a revoked key; this one forgets it at once. */
    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private static final int REMEMBERED_MAX = 10_000;

    private final ApiKeyStore store;
    private final SecurityLog log;
    private final Commands commands;
    private final Ids ids;
    private final InstantSource clock;
    private final Map<ByteBuffer, Remembered> remembered = new ConcurrentHashMap<>();

    ApiKeys(ApiKeyStore store, SecurityLog log, Commands commands, Ids ids, InstantSource clock) {
        this.store = store;
        this.log = log;
        this.commands = commands;
        this.ids = ids;
        this.clock = clock;
    }

    private record Remembered(ApiKey key, Who who, Instant until) {}

    /** Which key it was about. */
    public record KeyName(long id, String name) {}

    /** What an administrator says about a new key; see {@link ApiKey} for the meaning of each part. */
    public record NewApiKey(
            String name,
            List<String> scopes,
            List<String> nodes,
            List<String> channels,
            @Nullable Instant expiresAt) {

        public NewApiKey {
            name = name.strip();
            scopes = scopes.stream().distinct().sorted().toList();
            nodes = List.copyOf(nodes);
            channels = List.copyOf(channels);
        }
    }

    /** A secret for a new key. It is shown once and given to {@link #create}, which keeps its fingerprint only. */
    public static String newSecret() {
        return MARK + Secrets.letters(PREFIX_LETTERS) + "_" + Secrets.token();
    }

    public List<ApiKey> all() {
        return store.all();
    }

    public Outcome<KeyName> create(Cause cause, NewApiKey wanted, String secret) {
        List<Refusal> refusals = ApiKeyRules.judge(wanted, cause.at());
        if (!refusals.isEmpty()) {
            return Outcome.refused(refusals);
        }
        return commands.once(cause, "create-api-key", wanted, KeyName.class, run -> {
            ApiKey key = new ApiKey(
                    ids.next(),
                    wanted.name(),
                    secret.substring(0, MARK.length() + PREFIX_LETTERS),
                    wanted.scopes(),
                    wanted.nodes(),
                    wanted.channels(),
                    run.actor().code(),
                    run.at(),
                    wanted.expiresAt(),
                    null,
                    null);
            if (!store.insert(key, Secrets.fingerprint(secret))) {
                return Outcome.refused(
                        List.of(Refusal.of("name-taken", "name", t("access.refusal.aLiveKeyIsCalled", wanted.name()))));
            }
            Map<String, Object> data = Facts.data("name", key.name(), "scopes", key.scopes());
            run.fact(new Fact("api-key", key.id(), "ApiKeyCreated", data));
            log.note("api-key-created", run.actor().code(), key.name(), "", String.join(" ", key.scopes()));
            return Outcome.done(new KeyName(key.id(), key.name()));
        });
    }

    /** Ends a key for ever. */
    public Outcome<KeyName> revoke(Cause cause, long id) {
        Outcome<KeyName> outcome = commands.once(cause, "revoke-api-key", id, KeyName.class, run -> {
            Optional<String> name = store.revoke(id, run.actor().code(), run.at());
            if (name.isEmpty()) {
                return Outcome.refused("not-found", t("access.refusal.thereIsNoSuchLive"));
            }
            run.fact(new Fact("api-key", id, "ApiKeyRevoked", Map.of("name", name.get())));
            log.note("api-key-revoked", run.actor().code(), name.get(), "", "");
            return Outcome.done(new KeyName(id, name.get()));
        });
        remembered.values().removeIf(known -> known.key().id() == id);
        return outcome;
    }

    /** Who comes with this secret, nobody when it is unknown, revoked or expired. */
    public Optional<Who> find(String secret) {
        if (!secret.startsWith(MARK)) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        byte[] fingerprint = Secrets.fingerprint(secret);
        Remembered known = remembered.get(ByteBuffer.wrap(fingerprint));
        if (known == null || !now.isBefore(known.until())) {
            Optional<ApiKey> key = store.bySecret(fingerprint);
            if (key.isEmpty()) {
                return Optional.empty();
            }
            store.used(key.get().id(), now, now.minus(USED_PRECISION));
            known = new Remembered(key.get(), who(key.get()), now.plus(REMEMBERED));
            remember(fingerprint, known);
        }
        return known.key().isLive(now) ? Optional.of(known.who()) : Optional.empty();
    }

    private void remember(byte[] fingerprint, Remembered known) {
        if (remembered.size() >= REMEMBERED_MAX) {
            remembered.clear();
        }
        remembered.put(ByteBuffer.wrap(fingerprint), known);
    }

    private static Who who(ApiKey key) {
        return new Who(
                Actor.client(key.name()),
                key.name(),
                Set.copyOf(key.scopes()),
                Set.copyOf(key.nodes()),
                Set.copyOf(key.channels()),
                null,
                key.scopes().contains(Permissions.PERSONAL_READ));
    }
}
