package voidscope.ui.widget;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;
import voidscope.ui.model.Message;
import voidscope.ui.model.Messages;

/// The message over the charts; it stops nothing and waits to be dismissed.
public final class MessageBar {
  private static final Duration GOOD_NEWS = Duration.seconds(10);

  private final PauseTransition fading = new PauseTransition(GOOD_NEWS);
  private final Messages messages;
  private final FontIcon icon = new FontIcon(Feather.INFO);
  private final Label title = Styles.with(new Label(), "message-title");
  private final Label detail = Styles.with(new Label(), "message-detail");
  private final Button remedy = new Button();
  private final Button copy = new Button("Copy details");
  private final Button dismiss = Styles.with(new Button(), "icon-button");
  private final HBox node = Styles.with(new HBox(), "message-bar");

  public MessageBar(Messages messages) {
    this.messages = messages;
    VBox text = new VBox(title, detail);
    text.setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(text, Priority.ALWAYS);
    title.setWrapText(true);
    detail.setWrapText(true);
    detail.setMinHeight(Region.USE_PREF_SIZE);
    copy.setId("message-copy");
    copy.setMinWidth(Region.USE_PREF_SIZE);
    copy.setOnAction(event -> copy());
    remedy.setMinWidth(Region.USE_PREF_SIZE);
    dismiss.setGraphic(new FontIcon(Feather.X));
    dismiss.setAccessibleText("Dismiss");
    dismiss.setOnAction(event -> messages.message().set(null));
    node.setId("message-bar");
    node.setMaxSize(720, Region.USE_PREF_SIZE);
    node.getChildren().setAll(icon, text, remedy, copy, dismiss);
    fading.setOnFinished(event -> messages.message().set(null));
    messages.message().subscribe(this::show);
  }

  public Node node() {
    return node;
  }

  private void show(@Nullable Message message) {
    node.setVisible(message != null);
    fading.stop();
    if (message == null) {
      return;
    }
    if (message.kind() == Message.Kind.SUCCESS) {
      fading.playFromStart(); // good news need not be put away by hand
    }
    title.setText(message.title());
    detail.setText(message.detail());
    detail.setVisible(!message.detail().isEmpty());
    detail.setManaged(!message.detail().isEmpty());
    boolean curable = !message.remedy().equals(Message.Remedy.NONE);
    remedy.setText(message.remedy().label());
    remedy.setVisible(curable);
    remedy.setManaged(curable);
    remedy.setOnAction(
        event -> {
          messages.message().set(null);
          message.remedy().action().run();
        });
    boolean kept = message.kind() == Message.Kind.FAILURE || message.kind() == Message.Kind.RESULT;
    copy.setText(message.kind() == Message.Kind.RESULT ? "Copy" : "Copy details");
    copy.setVisible(kept);
    copy.setManaged(kept);
    icon.setIconCode(
        switch (message.kind()) {
          case SUCCESS -> Feather.CHECK_CIRCLE;
          case RESULT -> Feather.INFO;
          case WARNING -> Feather.ALERT_TRIANGLE;
          case FAILURE -> Feather.ALERT_OCTAGON;
        });
    for (Message.Kind kind : Message.Kind.values()) {
      Styles.state(node, kind.name().toLowerCase(java.util.Locale.ROOT), kind == message.kind());
    }
  }

  private void copy() {
    ClipboardContent content = new ClipboardContent();
    content.putString(title.getText() + "\n" + detail.getText());
    Clipboard.getSystemClipboard().setContent(content);
  }
}
