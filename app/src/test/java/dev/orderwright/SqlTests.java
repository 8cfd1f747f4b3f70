package dev.orderwright;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.orderwright.shared.Sql;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every SQL statement of the product is planned by PostgreSQL, as a role that may use only its module's schema and
 * {@code shared}. A column that does not exist and a join into another module's table fail here.
 */
class SqlTests {

    /** The books look at everything, and only look. */
    private static final String READS_EVERYTHING = "insight";

    private static final Pattern PARAMETER = Pattern.compile("'[^']*'|--[^\\n]*|::|:([a-zA-Z][a-zA-Z0-9]*)");

    private record Statement0(String module, String name, String text) {}

    @Test
    void everyStatementIsPlannedAsTheRoleOfItsModule() throws SQLException {
        List<Statement0> statements = statements();
        assertThat(statements).hasSizeGreaterThan(50);
        List<String> failures = new ArrayList<>();
        try (Connection connection = World.shared().simpleConnection();
                Statement run = connection.createStatement()) {
            grant(run, statements);
            for (Statement0 statement : statements) {
                run.execute("set role module_" + statement.module());
                try {
                    run.execute("explain (generic_plan) " + numbered(statement.text()));
                } catch (SQLException e) {
                    failures.add(statement.name() + ": " + e.getMessage());
                }
                run.execute("reset role");
            }
        }
        assertThat(failures).as("statements that PostgreSQL does not plan").isEmpty();
    }

    @Test
    void aJoinIntoAnotherModulesTableIsFound() throws SQLException {
        try (Connection connection = World.shared().connection();
                Statement run = connection.createStatement()) {
            grant(run, statements());
            run.execute("set role module_orders");
            assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> run.execute(
                            "explain select * from orders.slice s join inventory.stock k on k.item_id = s.item_id")))
                    .hasMessageContaining("permission denied");
        }
    }

    private static void grant(Statement run, List<Statement0> statements) throws SQLException {
        TreeSet<String> modules =
                new TreeSet<>(statements.stream().map(Statement0::module).toList());
        for (String module : modules) {
            String role = "module_" + module;
            run.execute("do $$ begin if not exists (select 1 from pg_roles where rolname = '" + role
                    + "') then create role " + role + "; end if; end $$");
            for (String schema : List.of(module, "shared")) {
                run.execute("do $$ begin if exists (select 1 from pg_namespace where nspname = '" + schema
                        + "') then grant usage on schema " + schema + " to " + role
                        + "; grant all on all tables in schema " + schema + " to " + role + "; end if; end $$");
            }
        }
        if (modules.contains(READS_EVERYTHING)) {
            run.execute("grant pg_read_all_data to module_" + READS_EVERYTHING);
        }
    }

    /** {@code :name} becomes {@code $n}, the same name the same number; quoted text, comments and casts stay. */
    private static String numbered(String sql) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        Matcher matcher = PARAMETER.matcher(sql);
        StringBuilder result = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1);
            String replacement =
                    name == null ? matcher.group() : "$" + numbers.computeIfAbsent(name, n -> numbers.size() + 1);
            matcher.appendReplacement(result, Matcher.quoteReplacement(replacement));
        }
        return matcher.appendTail(result).toString();
    }

    private static List<Statement0> statements() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.orderwright");
        List<Statement0> result = new ArrayList<>();
        for (JavaClass type : classes) {
            if (type.getFields().stream().anyMatch(f -> f.getRawType().isEquivalentTo(Sql.class))) {
                for (Field field : type.reflect().getDeclaredFields()) {
                    if (Modifier.isStatic(field.getModifiers()) && field.getType() == Sql.class) {
                        result.add(statement(type, field));
                    }
                }
            }
        }
        return result;
    }

    private static Statement0 statement(JavaClass type, Field field) {
        try {
            field.setAccessible(true);
            String module = type.getPackageName().split("\\.")[2];
            return new Statement0(module, type.getSimpleName() + "." + field.getName(), ((Sql) field.get(null)).text());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
