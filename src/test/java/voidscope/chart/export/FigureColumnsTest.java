package voidscope.chart.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import voidscope.chart.figure.Abscissa;
import voidscope.chart.figure.Across;
import voidscope.chart.figure.ChartView;
import voidscope.chart.figure.Figure;
import voidscope.chart.figure.Up;
import voidscope.chart.series.ChartEntry;
import voidscope.chart.series.Charts;
import voidscope.chart.series.VarianceChart;
import voidscope.experiment.record.Snapshot;
import voidscope.experiment.run.Experiment;
import voidscope.experiment.scenario.Entrant;
import voidscope.experiment.scenario.Scenario;
import voidscope.experiment.scenario.Scenarios;
import voidscope.thread.ThreadTeam;

/// The names of the columns in exported tables, of every chart.
final class FigureColumnsTest {
  private static final String UNSAFE = "=+-−@\t";

  private static List<Entrant> lineup(String problem) {
    List<String> keys =
        problem.startsWith("gaussian")
            ? List.of("exact", "reinforce", "control-variate", "lax")
            : List.of("exact", "reinforce", "rebar", "relax", "muprop", "rloo", "nvil");
    return keys.stream().map(Scenarios::estimator).toList();
  }

  private static List<Snapshot> run(String problem, int replicates) {
    Scenario scenario =
        new Scenario(
            Scenarios.problem(problem),
            lineup(problem),
            Scenarios.standard().run().with("replicates", replicates),
            List.of());
    List<Snapshot> snapshots = new ArrayList<>();
    try (ThreadTeam team = new ThreadTeam(1)) {
      Experiment experiment = new Experiment(scenario, team);
      experiment.advance(30);
      snapshots.add(experiment.snapshot());
      experiment.advance(90);
      snapshots.add(experiment.snapshot());
    }
    return snapshots;
  }

  /// Two moments of one run.
  static List<List<Snapshot>> runs() {
    return List.of(
        run("squared-distance", 1),
        run("squared-distance", 3),
        run("gaussian-steps", 1),
        run("random-quadratic", 2),
        run("categorical-distance", 1));
  }

  private static List<String> columns(Figure figure) {
    return figure.lines().stream().map(Figure.Line::column).toList();
  }

  @ParameterizedTest
  @MethodSource("runs")
  void columns_areNamedApart_safely_andWithoutNumbersThatChange(List<Snapshot> moments)
      throws IOException {
    for (ChartEntry entry : Charts.catalogue().entries()) {
      for (boolean smooth : new boolean[] {false, true}) {
        ChartView view =
            new ChartView(
                Set.of(), "", Abscissa.NOISE, 300, Across.PLAIN, new Up(null, null, 0, smooth));
        Figure early = entry.drawing().draw(moments.getFirst(), view);
        Figure late = entry.drawing().draw(moments.getLast(), view);
        // c* comes to its floor once someone has looked twice, behind all others.
        int count = entry.key().equals(Charts.FLOOR) ? columns(early).size() : columns(late).size();
        assertEquals(columns(early), columns(late).subList(0, count), entry.key());
        assertTrue(late.lines().stream().noneMatch(line -> line.column().isBlank()), entry.key());
        assertEquals(
            late.lines().size(), new HashSet<>(columns(late)).size(), columns(late).toString());
        StringBuilder table = new StringBuilder();
        new FigureCsv(late, table).write(Origins.standard());
        safe(table.toString().lines().filter(line -> !line.startsWith("#")).toList());
      }
    }
  }

  /// A head whose cells differ, and no cell that a spreadsheet would take for a formula.
  private static void safe(List<String> rows) {
    List<String> head = cells(rows.getFirst());
    assertEquals(head.size(), new HashSet<>(head).size(), rows.getFirst());
    for (String row : rows) {
      for (String cell : cells(row)) {
        boolean number = cell.matches("-?[0-9.]+(E-?[0-9]+)?");
        assertFalse(
            !cell.isEmpty() && UNSAFE.indexOf(cell.charAt(0)) >= 0 && !number, cell + " in " + row);
        assertFalse(cell.isEmpty() && row.equals(rows.getFirst()), row);
      }
    }
  }

  /// The cells of a row without line breaks in them.
  private static List<String> cells(String row) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < row.length(); i++) {
      char c = row.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  @Test
  void columns_ofTheVariance_sayWhichIsExact_andOfWhich() {
    Figure one = VarianceChart.draw(run("squared-distance", 1).getLast(), ChartView.plain(300));
    assertTrue(columns(one).contains("RELAX"), columns(one).toString());
    assertTrue(columns(one).contains("RELAX exact"), columns(one).toString());
    Figure three = VarianceChart.draw(run("squared-distance", 3).getLast(), ChartView.plain(300));
    assertTrue(columns(three).contains("RELAX exact, median"), columns(three).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RELAX|RELAX",
        "a, b|\"a, b\"",
        "=1+1|'=1+1",
        "+ REINFORCE|'+ REINFORCE",
        "-x|'-x",
        "−x|'−x",
        "@f|'@f"
      },
      quoteCharacter = '~')
  void cell_isQuoted_andNoFormula(String text, String cell) {
    assertEquals(cell, Csv.cell(text));
  }

  @Test
  void cell_keepsQuotesAndTabs() {
    assertEquals("\"say \"\"f\"\"\"", Csv.cell("say \"f\""));
    assertEquals("'\tf", Csv.cell("\tf"));
    assertEquals("", Csv.cell(""));
  }
}
