from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("donation", "0014_rewritten")]

    operations = [
        migrations.AddField(
            model_name="donation",
            name="submission",
            field=models.BinaryField(max_length=32, null=True, unique=True),
        ),
    ]
