package org.huiwu.oracle.making;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Names of people, with compound surnames, rare characters (also beyond U+FFFF) and the names with
/// a middle dot. A name occurs once in a delegation, and may occur in several.
final class Names {

  private static final List<String> SURNAMES =
      List.of("赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜谢邹窦章苏潘葛范彭郎".split(""));
  private static final List<String> COMPOUND = List.of("欧阳", "上官", "司马", "诸葛", "尉迟", "令狐", "澹台");
  private static final List<String> GIVEN =
      List.of("伟芳娜敏静丽强磊洋艳勇军杰娟涛明超秀霞平刚桂英华文玉兰红梅宇浩欣怡然晨曦博轩思宁".split(""));
  private static final List<String> RARE =
      List.of("䶮", "㛃", "犇", "喆", "堃", "𬱖", "𬭚", "𠮷", "𣲗", "㼆", "𬍛", "翀", "玥", "赟");
  private static final List<String> DOTTED =
      List.of("买买提", "阿依古丽", "扎西", "次仁", "尼玛", "多吉", "卓玛", "巴特尔", "孟和", "迪丽", "艾力", "热合曼", "古丽娜尔");
  private static final List<String> LATIN =
      List.of("Anna Schmidt", "John Smith", "Mary-Ann O'Neil", "José García", "Li Na Wong");

  private final Dice dice;
  private final boolean exotic;
  private final Map<String, Set<String>> taken = new HashMap<>();

  Names(Dice dice, boolean exotic) {
    this.dice = dice;
    this.exotic = exotic;
  }

  String next(String delegation) {
    Set<String> here = taken.computeIfAbsent(delegation, _ -> new HashSet<>());
    String name = any();
    while (!here.add(name)) {
      name = any();
    }
    return name;
  }

  private String any() {
    int kind = dice.between(1, 100);
    if (kind <= 6) {
      return dice.pick(DOTTED)
          + "·"
          + dice.pick(DOTTED)
          + (dice.chance(0.2) ? "·" + dice.pick(GIVEN) : "");
    } else if (exotic && kind <= 9) {
      return dice.pick(LATIN);
    }
    String surname = dice.chance(0.06) ? dice.pick(COMPOUND) : dice.pick(SURNAMES);
    String first = dice.chance(0.1) ? dice.pick(RARE) : dice.pick(GIVEN);
    return surname + first + (dice.chance(0.6) ? dice.pick(GIVEN) : "");
  }
}
