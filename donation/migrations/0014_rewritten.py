from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("donation", "0013_trained_models")]

    operations = [
        migrations.AddField(
            model_name="donation",
            name="rewritten",
            field=models.PositiveIntegerField(db_default=0, default=0),
        ),
    ]
