package voidscope.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import voidscope.chart.Figure;
import voidscope.chart.FigureExport;
import voidscope.chart.Palette;

/// What a right click on a chart offers.
record ChartMenu(
    WorkbenchModel model, Chooser chooser, ChartBoard board, Supplier<Palette> palette) {
}
