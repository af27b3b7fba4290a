/// Voidscope: Monte Carlo gradient estimators, live.
module voidscope {
  requires jdk.incubator.vector;
  requires jdk.management;
  requires java.logging;
  requires java.management;
  requires java.desktop;
  requires jdk.unsupported;
  requires javafx.controls;
  requires javafx.fxml;
  requires javafx.swing;
  requires org.jfree.chart.fx;
  requires org.jfree.jfreechart;
  requires org.jfree.fxgraphics2d;
  requires commons.math3;
  requires atlantafx.base;
  requires org.kordamp.ikonli.core;
  requires org.kordamp.ikonli.javafx;
  requires org.kordamp.ikonli.feather;
  requires info.picocli;
  requires org.tomlj;
  requires com.fasterxml.jackson.core;
  requires org.apache.pdfbox;
  requires org.apache.fontbox;
  requires org.apache.pdfbox.io;
  // PDFBox is an automatic module, which does not name what it needs.
  requires org.apache.commons.logging;
  requires static org.jspecify;

  opens voidscope.cli to
      info.picocli;

  exports voidscope.ui to
      javafx.graphics;

  opens voidscope.ui to
      javafx.fxml;
  opens voidscope.ui.file to
      javafx.fxml;
}
