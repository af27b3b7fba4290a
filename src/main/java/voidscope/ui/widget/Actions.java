package voidscope.ui.widget;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/// The registry of everything that can be done: buttons, keys, menus, tooltips and the help sheet
/// are fed from it.
public final class Actions {
  /// Id of the action that the question mark stands for, wherever a keyboard has it.
  public static final String HELP = "help";

  /// Id of the action that gives the keys to the charts.
  public static final String CHARTS = "charts";

  /// Id of the action that asks for a file of images.
  public static final String OPEN_IMAGES = "open-images";

  private static final String HELP_SIGN = "?";
  private static final String PREFIX = "action-";
  private static final String OWN = "voidscope.own-keys";

  private final List<Action> all = new ArrayList<>();

  /// Adds an action.
  ///
  /// @param key its key as [KeyCombination#valueOf] reads it, or several with blanks between them
  ///   of which the first is told, or empty
  public void add(String id, String label, @Nullable Ikon icon, String key, Runnable handler) {
    List<KeyCombination> keys =
        Stream.of(key.split(" ", -1))
            .filter(one -> !one.isEmpty())
            .map(KeyCombination::valueOf)
            .toList();
    all.add(new Action(id, label, icon, keys, handler));
  }

  /// All of them, in the order of the help sheet.
  public List<Action> all() {
    return List.copyOf(all);
  }

  /// The action of an id.
  ///
  /// @throws IllegalArgumentException if there is none
  public Action get(String id) {
    return all.stream()
        .filter(action -> action.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no action " + id));
  }

  /// Gives every button below a node whose id is `action-…` its icon, tooltip and handler.
  public void attach(Parent root) {
    for (Node node : root.lookupAll(".button")) {
      String id = node.getId();
      if (id != null && id.startsWith(PREFIX) && node instanceof ButtonBase button) {
        attach(button, get(id.substring(PREFIX.length())));
      }
    }
  }

  private static void attach(ButtonBase button, Action action) {
    Ikon icon = action.icon();
    if (icon != null) {
      button.setGraphic(new FontIcon(icon));
    }
    String key = action.keyText();
    button.setTooltip(new Tooltip(action.label() + (key.isEmpty() ? "" : "  (" + key + ")")));
    button.setAccessibleText(action.label());
    button.setOnAction(event -> action.handler().run());
  }

  /// A menu entry for an action.
  public MenuItem item(String id) {
    Action action = get(id);
    String key = action.keyText();
    MenuItem item = new MenuItem(action.label() + (key.isEmpty() ? "" : "  (" + key + ")"));
    item.setOnAction(event -> action.handler().run());
    return item;
  }

  /// Lets keys be a control's own while it is in focus, whatever they do elsewhere.
  ///
  /// @param keys as [KeyCombination#valueOf] reads them
  public static void own(Node control, String... keys) {
    control.getProperties().put(OWN, Stream.of(keys).map(KeyCombination::valueOf).toList());
  }

  /// Lets the scene's keys reach the actions, unless they belong to the control in focus.
  ///
  /// @param presenting whether something is presented, where page keys belong to nobody
  public void listen(Scene scene, BooleanSupplier presenting) {
    PageKeys pages = new PageKeys(scene, presenting);
    scene.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          Node owner = scene.getFocusOwner();
          if (!belongsTo(owner, event) && event.getCode() != KeyCode.ESCAPE && perform(event)) {
            pages.elsewhere();
          }
          pages.guard(owner, event);
        });
    scene.addEventFilter(
        KeyEvent.KEY_TYPED,
        event -> {
          if (event.getCharacter().equals(HELP_SIGN)
              && !(scene.getFocusOwner() instanceof TextInputControl)) {
            get(HELP).handler().run();
            event.consume();
          }
        });
    scene.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && !event.isConsumed()) {
            perform(event);
          }
        });
  }

  /// @return whether it was a key of an action
  private boolean perform(KeyEvent event) {
    for (Action action : all) {
      if (action.keys().stream().anyMatch(key -> key.match(event))) {
        action.handler().run();
        event.consume();
        return true;
      }
    }
    return false;
  }

  /// Whether a key with the control key edits a text: what was typed there is taken back first, as
  /// long as there is something.
  private static boolean edits(TextInputControl text, KeyEvent event) {
    if (!event.isShortcutDown()) {
      return false;
    }
    return switch (event.getCode()) {
      case A, C, V, X -> true;
      case Z -> event.isShiftDown() ? text.isRedoable() : text.isUndoable();
      default -> false;
    };
  }

  /// Whether a key is the focused control's own: letters in text fields, arrows on sliders, Space
  /// on a button that was reached by the keyboard.
  private static boolean belongsTo(@Nullable Node owner, KeyEvent event) {
    if (owner != null
        && owner.getProperties().get(OWN) instanceof List<?> keys
        && keys.stream().anyMatch(key -> ((KeyCombination) key).match(event))) {
      return true;
    }
    KeyCode code = event.getCode();
    boolean shortcut =
        event.isControlDown() || event.isMetaDown() || event.isAltDown() || code.isFunctionKey();
    return switch (owner) {
      case TextInputControl text -> !shortcut || edits(text, event);
      case BitGrid _ -> !event.isAltDown() && (code.isNavigationKey() || code == KeyCode.SPACE);
      case Slider _ -> code.isNavigationKey() && !event.isAltDown();
      case ComboBoxBase<?> combo ->
          code.isNavigationKey() || (code == KeyCode.SPACE && combo.isFocusVisible());
      case ButtonBase button -> code == KeyCode.SPACE && button.isFocusVisible();
      case null, default -> false;
    };
  }
}
