package dev.orderwright.verification;

import dev.orderwright.shared.Db;
import dev.orderwright.shared.Json;
import dev.orderwright.shared.Sql;
import dev.orderwright.verification.Verification.Verified;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Repository;

/** The statements of what checks have found. */
@Repository
class FindingStore {

    static final Sql INSERT = Sql.of("""
            insert into verification.finding (order_id, check_name, verdict, reason, evidence, policy_version, at)
            select f.order_id, f.check_name, f.verdict, f.reason, f.evidence, f.policy_version, f.at
              from unnest(:orders::bigint[], :checks::text[], :verdicts::text[], :reasons::text[], :evidence::jsonb[],
                          :versions::integer[], :at::timestamptz[])
                   as f (order_id, check_name, verdict, reason, evidence, policy_version, at)
            """);

    static final Sql OF_ORDER = Sql.of("""
            select check_name, verdict, reason, evidence
              from verification.finding
             where order_id = :order
            """);

    private final Db db;

    FindingStore(Db db) {
        this.db = db;
    }

    private record Row(Verified order, Finding finding) {}

    void insert(List<Verified> orders) {
        List<Row> rows = new ArrayList<>();
        orders.forEach(order -> order.findings().forEach(finding -> rows.add(new Row(order, finding))));
        if (rows.isEmpty()) {
            return;
        }
        db.sql(INSERT)
                .param("orders", rows.stream().map(row -> row.order().orderId()).toArray(Long[]::new))
                .param(
                        "checks",
                        rows.stream().map(row -> row.finding().check().name()).toArray(String[]::new))
                .param(
                        "verdicts",
                        rows.stream().map(row -> row.finding().verdict().name()).toArray(String[]::new))
                .param(
                        "reasons",
                        rows.stream().map(row -> row.finding().reason().name()).toArray(String[]::new))
                .param(
                        "evidence",
                        rows.stream()
                                .map(row -> Json.write(row.finding().evidence()))
                                .toArray(String[]::new))
                .param(
                        "versions",
                        rows.stream().map(row -> row.order().policyVersion()).toArray(Integer[]::new))
                .param(
                        "at",
                        Db.timestamps(rows.stream()
                                .map(row -> row.order().bought().at())
                                .toList()))
                .later();
    }

    List<Finding> ofOrder(long orderId) {
        return db.sql(OF_ORDER)
                .param("order", orderId)
                .query((row, n) -> finding(row))
                .list();
    }

    private static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                Check.valueOf(row.getString("check_name")),
                Verdict.valueOf(row.getString("verdict")),
                Finding.Reason.valueOf(row.getString("reason")),
                List.of(Json.read(row.getString("evidence"), String[].class)));
    }
}
